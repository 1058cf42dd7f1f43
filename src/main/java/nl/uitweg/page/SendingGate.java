package nl.uitweg.page;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;

/**
 * Stands before what is sent to us: never refuses a person, but may let one wait. {@code abuse}
 * implements it; who asks knows no addresses.
 */
public interface SendingGate {

  /**
   * @param delay before it may be sent; zero in quiet times
   * @param doubts what makes us doubt that a person sends this, for the officer's eye
   * @param full too many wait already: this one is asked to press again in a moment
   */
  record Turn(Duration delay, List<String> doubts, boolean full) {}

  /**
   * @param age of the form, since it was opened
   * @param trapped whether a field was filled in that people do not see
   */
  Turn turn(HttpServerRequest request, Duration age, boolean trapped);
}
