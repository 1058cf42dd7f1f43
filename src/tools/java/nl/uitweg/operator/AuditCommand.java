package nl.uitweg.operator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.command.CommandLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Command behind {@code bin/audit}: verifies the audit chain outside the application, over a
 * database connection of its own, and lists what was purged.
 */
@Command(
    name = "bin/audit",
    synopsisSubcommandLabel = "verify [HEAD] | purged",
    description = "Verifies the hash chain of audit events, or lists what was purged.",
    footer = {
      "",
      "Reads QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD (of portal_backoffice); without them, reads the"
          + " running demo."
    })
final class AuditCommand {

  private static final int EXIT_BROKEN = 1;

  AuditCommand() {}

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
    try (JdbcAuditEventStore events = connect()) {
      ChainVerification verification = new ChainVerification(expectedHead);
      events.forEach(verification::accept);
      verification.print(CommandLines.OUT);
      return verification.isValid() ? 0 : EXIT_BROKEN;
    }
  }

  @Command(
      description = {
        "Prints the ids of the reports and dossiers that were purged. Keep this list apart from the database and renew"
            + " it more often than the backup: bin/restore purges what is in it again."
      })
  void purged() throws JdbcAuditEventStore.UnreadableException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (JdbcAuditEventStore events = connect()) {
      CommandLines.OUT.print(new PurgedList(now, events.purged()).text());
    }
  }

  private static JdbcAuditEventStore connect() throws JdbcAuditEventStore.UnreadableException {
    Map<String, String> environment = System.getenv();
    return JdbcAuditEventStore.connect(
        CommandLines.setting("QUARKUS_DATASOURCE_JDBC_URL"),
        environment.getOrDefault("QUARKUS_DATASOURCE_USERNAME", "portal_backoffice"),
        environment.getOrDefault("QUARKUS_DATASOURCE_PASSWORD", ""));
  }
}
