package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.uitweg.platform.i18n.DutchTime;

/**
 * Tells officers once a day how many items of the agenda are due in their municipality; nothing
 * when none are. The mail says only the number: not of which officer, of which report or what.
 */
@ApplicationScoped
class AgendaMail {

  private final AgendaMailStore agenda;
  private final JobAccess access;
  private final NotificationSettings settings;
  private final Outbox outbox;
  private final Clock clock;

  AgendaMail(
      AgendaMailStore agenda,
      JobAccess access,
      NotificationSettings settings,
      Outbox outbox,
      Clock clock) {
    this.agenda = agenda;
    this.access = access;
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Queues the mails of today; does nothing before the time of the daily mails, or when they have
   * been queued already.
   */
  @Transactional
  void queueDailyMails() {
    ZonedDateTime now = clock.instant().atZone(DutchTime.ZONE);
    if (now.toLocalTime().isBefore(settings.dailyAt())) {
      return;
    }
    access.toAllMunicipalities();
    if (agenda.claim(now.toLocalDate())) {
      // In a fixed order, so that two replicas cannot deadlock.
      due(agenda.countDue(now.toLocalDate()))
          .forEach((address, items) -> outbox.addDaily(address, items, now.toInstant()));
    }
  }

  /** Address → the number of items in all municipalities of that address. */
  private Map<String, Long> due(Map<String, Long> byMunicipality) {
    Map<String, Long> byAddress = new TreeMap<>();
    byMunicipality.forEach(
        (municipality, items) ->
            settings
                .officers(List.of(municipality))
                .forEach(address -> byAddress.merge(address, items, Long::sum)));
    return byAddress;
  }
}
