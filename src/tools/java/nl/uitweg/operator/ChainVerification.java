package nl.uitweg.operator;

import java.io.PrintStream;
import java.util.Optional;
import nl.uitweg.audit.AuditChain;
import nl.uitweg.audit.AuditEvent;

/** Verifies the audit chain event by event, and looks for the event with an expected head. */
final class ChainVerification {

  private final AuditChain chain = new AuditChain();
  private final Optional<String> expectedHead;
  private boolean headFound;

  /**
   * @param expectedHead hash of an event, noted earlier, that must be in the chain
   */
  ChainVerification(Optional<String> expectedHead) {
    this.expectedHead = expectedHead;
    this.headFound = expectedHead.isEmpty();
  }

  /** Verifies the next event, in order of position. */
  void accept(AuditEvent event) {
    chain.accept(event);
    headFound = headFound || expectedHead.filter(event.hash()::equals).isPresent();
  }

  boolean isValid() {
    return chain.firstBreak().isEmpty() && headFound;
  }

  /** Prints the result. */
  void print(PrintStream out) {
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
    if (!headFound) {
      out.println(
          "BROKEN: the head noted earlier is not in the chain; events were removed or rewritten.");
    }
  }
}
