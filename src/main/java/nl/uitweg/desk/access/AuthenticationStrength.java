package nl.uitweg.desk.access;

import java.time.Duration;
import java.time.Instant;
import nl.uitweg.desk.officer.Login;

/** Whether a login is recent and strong enough to use the desk. */
enum AuthenticationStrength {
  SUFFICIENT,
  /** The login is older than allowed; the officer must log in again. */
  TOO_OLD,
  /** The login was made without a second factor. */
  TOO_WEAK;

  /**
   * @param maxAge maximum age of the login
   * @param demo whether this is a demo, which requires no second factor
   */
  static AuthenticationStrength of(Login login, Duration maxAge, boolean demo, Instant now) {
    if (!login.isWithin(maxAge, now)) {
      return TOO_OLD;
    }
    return demo || login.secondFactor() ? SUFFICIENT : TOO_WEAK;
  }
}
