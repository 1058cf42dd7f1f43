package nl.uitweg.report.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How long a closed report is kept; open reports are never purged. */
@ConfigMapping(prefix = "portal.retention")
public interface RetentionTerms {

  /** Days after closing, for municipalities without a term of their own. */
  @WithDefault("365")
  int days();

  /** Days after closing, per municipality. */
  Map<String, Integer> municipality();

  /** Days before purging on which the desk begins to say so. */
  @WithDefault("30")
  int reminderDays();

  default int daysFor(String name) {
    return municipality().getOrDefault(name, days());
  }
}
