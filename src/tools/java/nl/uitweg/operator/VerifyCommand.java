package nl.uitweg.operator;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.audit.AuditChain;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.command.CommandLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Command behind {@code bin/audit verify}: verifies the audit chain outside the application, over a
 * database connection of its own.
 */
@Command(
    name = "bin/audit",
    synopsisSubcommandLabel = "verify [HEAD]",
    description = "Verifies the hash chain of audit events.",
    footer = {
      "",
      "Reads QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD (of portal_backoffice); without them, verifies the"
          + " running demo."
    })
final class VerifyCommand {

  private static final int EXIT_BROKEN = 1;

  VerifyCommand() {}

  @Command(
      description =
          "Verifies every link of the chain and names the first broken one. Exit code 0: intact, 1: broken, 2: could"
              + " not be verified.")
  int verify(
      @Parameters(
              arity = "0..1",
              paramLabel = "HEAD",
              description =
                  "hash of an event, noted earlier; also verifies that no event up to it was removed")
          Optional<String> expectedHead)
      throws JdbcAuditEventStore.UnreadableException {
    Map<String, String> environment = System.getenv();
    try (JdbcAuditEventStore events =
        JdbcAuditEventStore.connect(
            CommandLines.setting("QUARKUS_DATASOURCE_JDBC_URL"),
            environment.getOrDefault("QUARKUS_DATASOURCE_USERNAME", "portal_backoffice"),
            environment.getOrDefault("QUARKUS_DATASOURCE_PASSWORD", ""))) {
      Verification verification = new Verification(expectedHead);
      events.forEach(verification::accept);
      return report(verification, CommandLines.OUT);
    }
  }

  private static int report(Verification verification, PrintStream out) {
    AuditChain chain = verification.chain;
    chain
        .firstBreak()
        .ifPresentOrElse(
            broken ->
                out.printf(
                    "BROKEN at event %d: %s. The %d events before it are valid.%n",
                    broken.position(), broken.reason(), chain.validEvents()),
            () ->
                out.printf(
                    "The chain is valid: %d events, head %s%n", chain.validEvents(), chain.head()));
    if (!verification.headFound) {
      out.println(
          "BROKEN: the head noted earlier is not in the chain; events were removed or rewritten.");
    }
    return chain.firstBreak().isPresent() || !verification.headFound ? EXIT_BROKEN : 0;
  }

  /** Verifies the chain, and looks for the event with the expected head. */
  private static final class Verification {

    private final AuditChain chain = new AuditChain();
    private final Optional<String> expectedHead;
    private boolean headFound;

    Verification(Optional<String> expectedHead) {
      this.expectedHead = expectedHead;
      this.headFound = expectedHead.isEmpty();
    }

    void accept(AuditEvent event) {
      chain.accept(event);
      headFound = headFound || expectedHead.filter(event.hash()::equals).isPresent();
    }
  }
}
