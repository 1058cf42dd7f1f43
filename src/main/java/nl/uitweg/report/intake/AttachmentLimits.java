package nl.uitweg.report.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Limits of attachments, and the virus scanner. */
@ConfigMapping(prefix = "portal.attachments")
public interface AttachmentLimits {

  /** Maximum number of files in one submission. */
  @WithDefault("5")
  int atOnce();

  /** Maximum number of files of one report, over all submissions. */
  @WithDefault("25")
  int perReport();

  /** Maximum size of one file, in bytes. */
  @WithDefault("10485760")
  int size();

  /**
   * Address of the ClamAV daemon: the path of its Unix socket, or {@code host:port}. Without it,
   * files are not scanned.
   */
  Optional<String> clamd();

  /** Time-out for the scan of one file; after that the file counts as not scanned. */
  @WithDefault("30S")
  Duration scanTimeout();
}
