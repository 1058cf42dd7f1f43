package nl.uitweg.site.conversation;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import nl.uitweg.platform.http.CodeGate;
import nl.uitweg.platform.sealing.Receipt;
import nl.uitweg.platform.sealing.Receipts;
import nl.uitweg.report.FollowUp;

/** Reads with a code when {@link CodeGate} admits it and the slow derivation has a place for it. */
@Singleton
class CodeLookup {

  private final CodeGate gate;
  private final FollowUp followUp;

  CodeLookup(CodeGate gate, FollowUp followUp) {
    this.gate = gate;
    this.followUp = followUp;
  }

  record Found(Receipt receipt, FollowUp.Overview overview) {}

  /**
   * @param found empty when the code is wrong, or was not looked up
   */
  record Outcome(CodeGate.Admission admission, Optional<Found> found) {}

  /** A code that somebody typed. Only a code that was looked up and is wrong counts as a guess. */
  Outcome guess(String typed, HttpServerRequest request) {
    try (CodeGate.Attempt attempt = gate.guess(request)) {
      if (attempt.admission() != CodeGate.Admission.ADMITTED) {
        return new Outcome(attempt.admission(), Optional.empty());
      }
      boolean wrong = false;
      try {
        Optional<Found> found =
            Receipt.parse(typed)
                .flatMap(
                    receipt ->
                        followUp.open(receipt).map(overview -> new Found(receipt, overview)));
        wrong = found.isEmpty();
        return new Outcome(CodeGate.Admission.ADMITTED, found);
      } finally {
        if (!wrong) {
          attempt.refund();
        }
      }
    } catch (Receipts.BusyException busy) {
      return new Outcome(CodeGate.Admission.BUSY, Optional.empty());
    }
  }

  /**
   * An action with a code from our own page: no guess, but it takes a place while it is read.
   *
   * @return empty when there is no place; then nothing was done
   */
  <T> Optional<T> known(HttpServerRequest request, Supplier<T> action) {
    try (CodeGate.Attempt attempt = gate.knownCode(request)) {
      return attempt.admission() == CodeGate.Admission.ADMITTED
          ? Optional.of(action.get())
          : Optional.empty();
    } catch (Receipts.BusyException busy) {
      return Optional.empty();
    }
  }

  long retryAfterSeconds() {
    return gate.retryAfterSeconds();
  }
}
