package nl.uitweg.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recipients and times of notification mails. Without any recipient the mail jobs are disabled. */
@ConfigMapping(prefix = "portal.notification")
public interface NotificationSettings {

  /** Mail addresses of the officers, by municipality. */
  Map<String, List<String>> municipality();

  /**
   * Mail addresses of the stand-ins, by municipality. They are notified when no officer has opened
   * a report within twice the reading deadline.
   */
  Map<String, List<String>> standIn();

  /** Mail addresses that receive the head of the audit chain every day. */
  Optional<List<String>> auditor();

  /**
   * Addresses of officers who hear of new reports and messages once a day, at {@link #dailyAt}.
   * Reminders are still sent at once.
   */
  Optional<List<String>> daily();

  /** Time of the daily mails, in Dutch time. */
  @WithDefault("08:00")
  LocalTime dailyAt();

  /** URL of the desk in the mail; by default that of the site followed by {@code /backoffice}. */
  Optional<URI> desk();

  /**
   * Delay after the first failure to send a mail; doubles with each further failure, up to one
   * hour.
   */
  @WithDefault("1M")
  Duration retry();

  /** Whether any recipient is configured. */
  default boolean isEnabled() {
    return !municipality().isEmpty() || !standIn().isEmpty() || auditor().isPresent();
  }

  /** Addresses of the officers of these municipalities, without duplicates. */
  default Set<String> officers(List<String> municipalities) {
    return addresses(municipality(), municipalities);
  }

  /**
   * Addresses of the stand-ins of these municipalities; those of the officers when there are no
   * stand-ins.
   */
  default Set<String> standIns(List<String> municipalities) {
    Set<String> addresses = addresses(standIn(), municipalities);
    return addresses.isEmpty() ? officers(municipalities) : addresses;
  }

  private static Set<String> addresses(
      Map<String, List<String>> byMunicipality, List<String> municipalities) {
    Set<String> addresses = new LinkedHashSet<>();
    municipalities.forEach(id -> addresses.addAll(byMunicipality.getOrDefault(id, List.of())));
    return addresses;
  }
}
