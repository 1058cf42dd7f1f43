package nl.uitweg.report.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Retention periods of closed reports. Open reports are never purged. */
@ConfigMapping(prefix = "portal.retention")
public interface RetentionPeriods {

  /**
   * Days after closing until a report is purged, for municipalities without a period of their own,
   * here or in {@code region.yaml}.
   */
  @WithDefault("365")
  int days();

  /** Days after closing until a report is purged, by municipality. */
  Map<String, Integer> municipality();

  /** Number of days before the purge from which the desk shows a reminder. */
  @WithDefault("30")
  int reminderDays();
}
