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

/** Who gets mail, and when. Without any address no mail is sent and nothing is looked for. */
@ConfigMapping(prefix = "portal.notification")
public interface NotificationSettings {

  /** Municipality → addresses of its officers. */
  Map<String, List<String>> municipality();

  /** Municipality → who is told when nobody opened a report in two terms. */
  Map<String, List<String>> standIn();

  /** Who keeps the daily head of the audit chain. */
  Optional<List<String>> auditor();

  /** Addresses that get one mail a day at {@link #dailyAt} instead of one per event. */
  Optional<List<String>> daily();

  /** Dutch time of the mails that come once a day. */
  @WithDefault("08:00")
  LocalTime dailyAt();

  /** Address of the desk in the mail; by default that of the site with {@code /backoffice}. */
  Optional<URI> desk();

  /** Wait after a first failure; doubles with each, up to an hour. */
  @WithDefault("1M")
  Duration retry();

  /** Whether anybody gets mail. */
  default boolean on() {
    return !municipality().isEmpty() || !standIn().isEmpty() || auditor().isPresent();
  }

  /** Of these municipalities; each address once. */
  default Set<String> officers(List<String> municipalities) {
    return addresses(municipality(), municipalities);
  }

  /** As {@link #officers}; officers themselves where a municipality has no stand-in. */
  default Set<String> standIns(List<String> municipalities) {
    Set<String> found = addresses(standIn(), municipalities);
    return found.isEmpty() ? officers(municipalities) : found;
  }

  private static Set<String> addresses(Map<String, List<String>> of, List<String> municipalities) {
    Set<String> found = new LinkedHashSet<>();
    municipalities.forEach(id -> found.addAll(of.getOrDefault(id, List.of())));
    return found;
  }
}
