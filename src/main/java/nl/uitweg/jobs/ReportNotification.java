package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.region.Region;

/**
 * Converts notifications (table {@code report_notification}: a new report, or a message of a
 * reporter) into mails to the officers of the municipality. A notification is deleted and its mails
 * are queued in one transaction.
 */
@ApplicationScoped
class ReportNotification {

  /** Maximum number of notifications in one call. */
  static final int BATCH_SIZE = 1_000;

  private final ReportNotificationStore notifications;
  private final JobAccess access;
  private final Region region;
  private final NotificationSettings settings;
  private final Outbox outbox;
  private final Clock clock;

  ReportNotification(
      ReportNotificationStore notifications,
      JobAccess access,
      Region region,
      NotificationSettings settings,
      Outbox outbox,
      Clock clock) {
    this.notifications = notifications;
    this.access = access;
    this.region = region;
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Queues mails for pending notifications.
   *
   * @return number of notifications; fewer than {@link #BATCH_SIZE} means that none are left
   */
  @Transactional
  int queueMails() {
    access.toAllMunicipalities();
    List<String> municipalities = notifications.deleteAndListMunicipalities(BATCH_SIZE);
    Set<String> daily = Set.copyOf(settings.daily().orElse(List.of()));
    municipalities.stream()
        .distinct()
        .flatMap(id -> settings.officers(id.isEmpty() ? region.ids() : List.of(id)).stream())
        .distinct()
        .sorted() // a fixed order, so that two replicas cannot deadlock
        .forEach(
            officer ->
                outbox.add(
                    officer,
                    QueuedMail.Kind.SOMETHING,
                    "",
                    daily.contains(officer) ? nextDigest() : thisHour()));
    return municipalities.size();
  }

  /**
   * The due time of a queued mail, without minutes: the exact time would show when a reporter was
   * writing.
   */
  private Instant thisHour() {
    return clock.instant().truncatedTo(ChronoUnit.HOURS);
  }

  private Instant nextDigest() {
    ZonedDateTime now = clock.instant().atZone(DutchTime.ZONE);
    ZonedDateTime today = now.with(settings.dailyAt());
    return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
  }
}
