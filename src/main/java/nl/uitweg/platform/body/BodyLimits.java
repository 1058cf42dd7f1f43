package nl.uitweg.platform.body;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the bodies of requests may take. */
@ConfigMapping(prefix = "portal.bodies")
public interface BodyLimits {

  /** Time without a byte after which a body is given up. */
  @WithDefault("20S")
  Duration idle();

  /**
   * Time that a complete body waits for its turn; then its sender is asked to send it again. Less
   * than a reverse proxy waits for an answer, with the waiting gate after it.
   */
  @WithDefault("30S")
  Duration turnWithin();

  /** Bodies without files; they are in memory. */
  Forms forms();

  /** Bodies with files; they are on disk, sealed. */
  Files files();

  /** What bodies without files may take. */
  interface Forms {

    /** Bytes of one body: the largest sealed form and the longest answer, percent-encoded. */
    @WithDefault("262144")
    long most();

    /** Time from the first byte to the last. */
    @WithDefault("2M")
    Duration within();

    /** Bodies received or waiting at once. */
    @WithDefault("400")
    int atOnce();

    /** Of which of one origin. */
    @WithDefault("100")
    int each();

    /** Bytes in memory. */
    @WithDefault("67108864")
    long bytes();

    /** Of which of one origin. */
    @WithDefault("8388608")
    long bytesEach();

    /** Bodies in work at once, fewer than there are worker threads; the others wait their turn. */
    @WithDefault("64")
    int inWork();

    /** Of which of one origin. */
    @WithDefault("12")
    int inWorkEach();
  }

  /** What bodies with files may take. */
  interface Files {

    /** Bytes of one body. */
    @WithDefault("104857600")
    long most();

    /** Time from the first byte to the last. */
    @WithDefault("15M")
    Duration within();

    /** Bodies received or in work at once. */
    @WithDefault("60")
    int atOnce();

    /** Of which of one origin. */
    @WithDefault("6")
    int each();

    /** Bytes on disk. */
    @WithDefault("1610612736")
    long bytes();

    /** Of which of one origin. */
    @WithDefault("268435456")
    long bytesEach();

    /** Bodies in work at once; each may hold one image in memory. */
    @WithDefault("4")
    int inWork();

    /** Of which of one origin. */
    @WithDefault("2")
    int inWorkEach();
  }
}
