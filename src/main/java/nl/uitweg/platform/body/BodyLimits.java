package nl.uitweg.platform.body;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on request bodies. */
@ConfigMapping(prefix = "portal.bodies")
public interface BodyLimits {

  /** Time without a received byte after which the request is rejected. */
  @WithDefault("20S")
  Duration idleTimeout();

  /**
   * Maximum time a complete body waits to be processed; then the visitor is asked to send it again.
   * Together with the wait in the waiting gate it must be shorter than the response timeout of the
   * reverse proxy.
   */
  @WithDefault("30S")
  Duration queueTimeout();

  /**
   * Time after the visitor disconnects at which processing counts as finished although nothing
   * reported its end. Quarkus drops a few of these requests silently, because it ends their request
   * context at once. The time is short, because visitors who disconnect on purpose would otherwise
   * keep others waiting.
   */
  @WithDefault("5S")
  Duration afterDisconnect();

  /** Bodies without files, which are kept in memory. */
  Forms forms();

  /** Bodies with files, which are kept on disk, sealed. */
  Files files();

  /** Limits on bodies without files. */
  interface Forms {

    /**
     * Maximum bytes of one body; large enough for the largest sealed form and the longest answer,
     * percent-encoded.
     */
    @WithDefault("262144")
    long maxBytes();

    /** Time in which the complete body must arrive. */
    @WithDefault("2M")
    Duration timeout();

    /** Maximum number of bodies that are being received or are waiting. */
    @WithDefault("400")
    int slots();

    /** Maximum number of such bodies of one origin. */
    @WithDefault("100")
    int slotsPerOrigin();

    /** Maximum total bytes in memory. */
    @WithDefault("67108864")
    long bytes();

    /** Maximum total bytes of one origin. */
    @WithDefault("8388608")
    long bytesPerOrigin();

    /**
     * Maximum number of bodies processed concurrently; lower than the number of worker threads.
     * Others wait.
     */
    @WithDefault("64")
    int concurrent();

    /** Maximum number of bodies of one origin that are processed concurrently. */
    @WithDefault("12")
    int concurrentPerOrigin();
  }

  /** Limits on bodies with files. */
  interface Files {

    /** Maximum bytes of one body. */
    @WithDefault("104857600")
    long maxBytes();

    /** Time in which the complete body must arrive. */
    @WithDefault("15M")
    Duration timeout();

    /** Maximum number of bodies that are being received, are waiting or are being processed. */
    @WithDefault("60")
    int slots();

    /** Maximum number of such bodies of one origin. */
    @WithDefault("6")
    int slotsPerOrigin();

    /** Maximum total bytes on disk. */
    @WithDefault("1610612736")
    long bytes();

    /** Maximum total bytes of one origin. */
    @WithDefault("268435456")
    long bytesPerOrigin();

    /** Maximum number of bodies processed concurrently; each may hold one image in memory. */
    @WithDefault("4")
    int concurrent();

    /** Maximum number of bodies of one origin that are processed concurrently. */
    @WithDefault("2")
    int concurrentPerOrigin();
  }
}
