package nl.uitweg.platform.body;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on responses that are not completely sent yet. */
@ConfigMapping(prefix = "portal.responses")
public interface ResponseLimits {

  /**
   * Time without progress after which the connection is closed. Progress is checked once per
   * period, so closing takes at most twice this time.
   */
  @WithDefault("30S")
  Duration idleTimeout();

  /**
   * Time in which a response must be sent completely. A value above {@code
   * quarkus.http.idle-timeout} has no effect, because that timeout also closes a connection on
   * which one large response is in progress.
   */
  @WithDefault("3M")
  Duration timeout();

  /** Maximum number of connections that have more than 64 KiB of unsent bytes. */
  @WithDefault("400")
  int slots();

  /** Maximum number of such connections of one origin. */
  @WithDefault("100")
  int slotsPerOrigin();

  /** Maximum number of unsent bytes of all such connections, in memory. */
  @WithDefault("134217728")
  long bytes();

  /**
   * Maximum number of unsent bytes of one origin; large enough for the largest response, a file of
   * a referral.
   */
  @WithDefault("67108864")
  long bytesPerOrigin();
}
