package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;

/**
 * Turns what happened (table {@code report_notification}: a new report, an answer of a reporter)
 * into mail for the officers of the municipality, in one transaction: the news is gone and the mail
 * waits, or neither.
 */
@ApplicationScoped
class ReportNotification {

  private static final int AT_ONCE = 1_000;

  private final EntityManager database;
  private final DatabaseAccess access;
  private final Region region;
  private final NotificationSettings settings;
  private final Outbox outbox;
  private final Clock clock;

  ReportNotification(
      EntityManager database,
      DatabaseAccess access,
      Region region,
      NotificationSettings settings,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.region = region;
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @return how many notifications there were; fewer than a thousand means that all is told
   */
  @Transactional
  int tell() {
    access.asDesk(region.ids());
    List<?> told =
        database
            .createNativeQuery(
                "with told as (delete from report_notification where id in"
                    + " (select id from report_notification limit "
                    + AT_ONCE
                    + " for update skip locked) returning report_id)"
                    + " select coalesce(s.municipality, '') from told join report s on s.id ="
                    + " told.report_id",
                String.class)
            .getResultList();
    Set<String> daily = Set.copyOf(settings.daily().orElse(List.of()));
    told.stream()
        .map(Object::toString)
        .distinct()
        .flatMap(id -> settings.officers(id.isEmpty() ? region.ids() : List.of(id)).stream())
        .distinct()
        .sorted() // in one order, so that two replicas never wait for each other
        .forEach(
            officer ->
                outbox.put(
                    officer,
                    Mail.Kind.SOMETHING,
                    "",
                    daily.contains(officer) ? nextDigest() : clock.instant()));
    return told.size();
  }

  private Instant nextDigest() {
    ZonedDateTime now = clock.instant().atZone(DutchTime.ZONE);
    ZonedDateTime today = now.with(settings.dailyAt());
    return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
  }
}
