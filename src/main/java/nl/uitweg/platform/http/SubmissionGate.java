package nl.uitweg.platform.http;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Set;

/**
 * Decides whether a report is sent at once, has to wait, or is not sent because too many wait
 * already. The page of a report that is not sent keeps all answers. Implemented in {@code
 * platform.abuse}; callers do not handle addresses.
 */
public interface SubmissionGate {

  /**
   * One press of the button "send".
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
   * @param delay time to wait before it is sent; zero when it is sent at once or not at all
   * @param botSigns signs that a program sent it
   * @param full whether too many wait already, so that the visitor has to send again in a moment
   * @param waiting the submission, on which the caller reports what happens to it
   */
  record Decision(Duration delay, Set<BotSign> botSigns, boolean full, WaitingSubmission waiting) {}

  /** A sign that a program sent a form instead of a person; the report keeps it as a doubt. */
  enum BotSign {
    HONEYPOT_FILLED,
    /** The form was sent faster than a person can read it. */
    SENT_TOO_FAST
  }

  /** A submission that waits or is being sent. Calls after {@link #end} have no effect. */
  interface WaitingSubmission {

    /**
     * Sets the callback for the loss of the slot.
     *
     * @param action runs when the slot is revoked; the submission is then not sent
     */
    void onRevoked(Runnable action);

    /** Starts sending after the wait; false when the slot was revoked. */
    boolean begin();

    /**
     * The visitor disconnected. The submission keeps waiting while there is a slot for disconnected
     * visitors.
     */
    void visitorDisconnected();

    /** Frees the slot when the report was stored or could not be stored. */
    void end(boolean stored);
  }

  /** Decides what happens to a submission that arrives now. */
  Decision admit(HttpServerRequest request, Submission submission);
}
