package nl.uitweg.platform.body;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What answers may take while their visitors have not taken them yet. */
@ConfigMapping(prefix = "portal.answers")
public interface ResponseLimits {

  /**
   * Time without progress after which an answer is given up. Progress is looked at once in this
   * time, so it takes at most twice as long.
   */
  @WithDefault("30S")
  Duration idle();

  /**
   * Time in which an answer must be taken whole. More than {@code quarkus.http.idle-timeout} means
   * nothing: that ends a connection on which a single large answer is under way as well.
   */
  @WithDefault("3M")
  Duration within();

  /** Connections at once with an answer that waits to be sent. */
  @WithDefault("400")
  int atOnce();

  /** Of which of one origin. */
  @WithDefault("100")
  int each();

  /** Bytes in memory. */
  @WithDefault("134217728")
  long bytes();

  /** Of which of one origin: the largest answer, the file of a referral, fits. */
  @WithDefault("67108864")
  long bytesEach();
}
