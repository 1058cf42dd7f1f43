package nl.uitweg.desk.officer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/**
 * How long a login at the desk counts, and how strong it must be. The idle limit itself is held by
 * the login provider and the session cookie: see {@code application.properties} and the realm.
 */
@ConfigMapping(prefix = "portal.login")
public interface LoginRules {

  /** Without a click or a key for this long, the officer must log in again. */
  @WithDefault("15M")
  Duration idle();

  /** So long before that the page warns. */
  @WithDefault("2M")
  Duration warning();

  /** The longest a login lasts, also for who never stops. */
  @WithDefault("8H")
  Duration absolute();

  /** How fresh a login must be to see who reported something. */
  @WithDefault("10M")
  Duration recent();

  /** Values of the claim {@code acr} that mean a second factor was used; asked of the provider. */
  @WithDefault("2,gold,mfa")
  Set<String> acr();

  /** Values of the claim {@code amr} (RFC 8176) that mean a second factor was used. */
  @WithDefault("mfa,otp,hwk,swk,fpt,face,sc")
  Set<String> amr();
}
