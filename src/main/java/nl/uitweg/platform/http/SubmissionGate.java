package nl.uitweg.platform.http;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;

/**
 * Decides whether a report is sent at once, has to wait, or is not sent because too many wait
 * already. A page that is not sent keeps all answers. Implemented in {@code platform.abuse};
 * callers do not handle addresses.
 */
public interface SubmissionGate {

  /**
   * One press on "send".
   *
   * @param submissionKey equal whenever the same form with the same answers and files is sent;
   *     secret
   * @param formAge time since the form was opened
   * @param honeypotFilled whether the honeypot, a hidden field, was filled in
   */
  record Submission(String submissionKey, Duration formAge, boolean honeypotFilled) {}

  /**
   * What happens to a submission.
   *
   * @param delay time to wait before it is sent; zero when no limit is reached
   * @param doubts reasons to doubt that a person sends this; shown to the officer
   * @param full whether too many wait already, so that the visitor has to send again in a moment
   */
  record Decision(Duration delay, List<String> doubts, boolean full, WaitingSubmission waiting) {}

  /** A submission that waits or is being sent. Calls after {@link #end} have no effect. */
  interface WaitingSubmission {

    /**
     * @param revoked runs when the slot is given to another submission; this one is then not sent
     */
    void onRevoked(Runnable revoked);

    /** Starts sending after the wait; false when the slot was revoked. */
    boolean begin();

    /**
     * The visitor disconnected. The submission keeps waiting while there is a slot for disconnected
     * visitors.
     */
    void visitorDisconnected();

    /** Frees the slot after the report was stored, or could not be stored. */
    void end(boolean stored);
  }

  Decision admit(HttpServerRequest request, Submission submission);
}
