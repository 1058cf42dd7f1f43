package nl.uitweg.audit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Command behind {@code bin/audit verify}: verifies the audit chain with a database login that may
 * only read it.
 */
public final class VerifyCommand {

  private static final int EXIT_BROKEN = 1;
  private static final int EXIT_NOT_VERIFIED = 2;

  private VerifyCommand() {}

  /**
   * @param arguments JDBC URL, user, password; optionally the head (hash of the last event) that
   *     was noted earlier
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out));
  }

  /** Prints the result and returns the exit code. */
  private static int run(String[] arguments, PrintStream out) {
    if (arguments.length < 3) {
      out.println("Usage: JDBC URL, user and password are required; see bin/audit --help.");
      return EXIT_NOT_VERIFIED;
    }
    Optional<String> expectedHead =
        arguments.length < 4 ? Optional.empty() : Optional.of(arguments[3]);
    try (JdbcAuditEventStore events =
        JdbcAuditEventStore.connect(arguments[0], arguments[1], arguments[2])) {
      Verification verification = new Verification(expectedHead);
      events.forEach(verification::accept);
      return report(verification, out);
    } catch (JdbcAuditEventStore.UnreadableException e) {
      out.println(e.getMessage());
      return EXIT_NOT_VERIFIED;
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
