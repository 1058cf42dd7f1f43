package nl.uitweg.platform.http;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;

/**
 * Stands before what is sent to us: lets it wait when it comes too fast. When too many wait, the
 * newest is not sent and its page keeps everything. {@code platform.abuse} implements it; who asks
 * knows no addresses.
 */
public interface SubmissionGate {

  /**
   * @param form equal whenever the same form with the same answers is sent; it stays secret
   * @param age of the form, since it was opened
   * @param trapped whether a field was filled in that people do not see
   */
  record Pressed(String form, Duration age, boolean trapped) {}

  /**
   * @param delay before it may be sent; zero in quiet times
   * @param doubts what makes us doubt that a person sends this, for the officer's eye
   * @param full too many wait already: this one is asked to press again in a moment
   */
  record Turn(Duration delay, List<String> doubts, boolean full, Waiting waiting) {}

  /** A place among those who wait; calls after its end do nothing. */
  interface Waiting {

    /**
     * @param revoked runs when the place is given to somebody else: then this one is not sent
     */
    void whenRevoked(Runnable revoked);

    /** The wait is over and it is sent now; false when the place was revoked. */
    boolean begin();

    /** The visitor is gone; what they sent goes on as long as there is room for such. */
    void visitorGone();

    /** It was stored, or could not be; the place is free. */
    void end(boolean stored);
  }

  Turn turn(HttpServerRequest request, Pressed pressed);
}
