package nl.uitweg.desk.access;

import java.time.Duration;
import java.time.Instant;
import nl.uitweg.desk.officer.Login;

/** Whether a login lets an officer through to the desk. */
enum AuthenticationStrength {
  GOOD,
  /** Too long ago: log in again. */
  OLD,
  /** Without a second factor. */
  WEAK;

  /**
   * @param age how old it may be
   * @param demo where no second factor is asked
   */
  static AuthenticationStrength of(Login login, Duration age, boolean demo, Instant now) {
    if (!login.within(age, now)) {
      return OLD;
    }
    return demo || login.secondFactor() ? GOOD : WEAK;
  }
}
