package nl.uitweg.desk.officer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Set;

/**
 * Settings for how long a login at the desk is valid and how strong it must be. The login provider
 * and the session cookie enforce the idle limit: see {@code application.properties} and the realm.
 */
@ConfigMapping(prefix = "portal.login")
public interface LoginRules {

  /**
   * Time without a request after which the officer must log in again. Typing in a form sends
   * requests.
   */
  @WithDefault("15M")
  Duration idle();

  /** Time before the session ends at which the page shows a warning. */
  @WithDefault("2M")
  Duration warning();

  /** Maximum age of a login, even when the officer stays active. */
  @WithDefault("8H")
  @WithName("absolute")
  Duration maxAge();

  /** Maximum age of a login with which an officer may see the identity of a reporter. */
  @WithDefault("10M")
  Duration recent();

  /**
   * Values of the claim {@code acr} that mean that a second factor was used. The authentication
   * request asks the provider for them.
   */
  @WithDefault("2,gold,mfa")
  Set<String> acr();

  /** Values of the claim {@code amr} (RFC 8176) that mean that a second factor was used. */
  @WithDefault("mfa,otp,hwk,swk,fpt,face,sc")
  Set<String> amr();
}
