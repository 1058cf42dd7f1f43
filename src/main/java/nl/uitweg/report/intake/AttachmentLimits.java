package nl.uitweg.report.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What may be sent along, and who looks at it first. */
@ConfigMapping(prefix = "portal.attachments")
public interface AttachmentLimits {

  /** Files in one sending. */
  @WithDefault("5")
  int atOnce();

  /** Files that one report may have in all. */
  @WithDefault("25")
  int perReport();

  /** Size of one file in bytes. */
  @WithDefault("10485760")
  int size();

  /** ClamAV's daemon: the path of its Unix socket, or host:port; not set: files are not scanned. */
  Optional<String> clamd();

  /** The longest that the scan of one file takes; after that it counts as not scanned. */
  @WithDefault("30S")
  Duration scanWithin();
}
