package nl.uitweg.site.conversation;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import nl.uitweg.platform.http.CodeGate;
import nl.uitweg.platform.sealing.ReceiptCode;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.report.FollowUp;

/**
 * Opens the report that belongs to a code. {@link CodeGate} limits the number of wrong codes,
 * against guessing, and the number of concurrent requests, because the key derivation is slow on
 * purpose.
 */
@Singleton
class CodeLookup {

  private final CodeGate gate;
  private final ReceiptDerivation receiptDerivation;
  private final FollowUp followUp;

  CodeLookup(CodeGate gate, ReceiptDerivation receiptDerivation, FollowUp followUp) {
    this.gate = gate;
    this.receiptDerivation = receiptDerivation;
    this.followUp = followUp;
  }

  /** A report and the access with which it was opened. */
  record OpenedReport(ReceiptDerivation.Access access, FollowUp.Overview overview) {}

  /**
   * @param admission whether the code was looked up at all
   * @param report empty when the code is wrong, or was not looked up
   */
  record Result(CodeGate.Admission admission, Optional<OpenedReport> report) {}

  /**
   * Opens the report of a code that a visitor entered. A wrong code counts as a guess; a correct
   * code, or one that could not be looked up, does not.
   */
  Result openWithEnteredCode(String code, HttpServerRequest request) {
    try (CodeGate.Attempt attempt = gate.guess(request)) {
      if (attempt.admission() != CodeGate.Admission.ADMITTED) {
        return new Result(attempt.admission(), Optional.empty());
      }
      boolean wrong = false;
      try {
        Optional<OpenedReport> report =
            ReceiptCode.parse(code).map(receiptDerivation::accessForReading).flatMap(this::open);
        wrong = report.isEmpty();
        return new Result(CodeGate.Admission.ADMITTED, report);
      } finally {
        if (!wrong) {
          attempt.refund();
        }
      }
    } catch (ReceiptDerivation.BusyException busy) {
      return new Result(CodeGate.Admission.BUSY, Optional.empty());
    }
  }

  private Optional<OpenedReport> open(ReceiptDerivation.Access access) {
    return followUp.open(access).map(overview -> new OpenedReport(access, overview));
  }

  /**
   * Runs an action for a visitor with a valid token. The action does not count as a guess, but does
   * count as a concurrent request.
   *
   * @return empty when there were too many concurrent requests and the action did not run
   */
  <T> Optional<T> withKnownCode(HttpServerRequest request, Supplier<T> action) {
    try (CodeGate.Attempt attempt = gate.knownCode(request)) {
      return attempt.admission() == CodeGate.Admission.ADMITTED
          ? Optional.of(action.get())
          : Optional.empty();
    }
  }

  long retryAfterSeconds() {
    return gate.retryAfterSeconds();
  }
}
