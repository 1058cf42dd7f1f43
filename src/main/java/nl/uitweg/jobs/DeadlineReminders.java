package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.ReadingTerm;
import nl.uitweg.region.Region;
import nl.uitweg.region.WorkingDays;

/**
 * New reports that nobody opened in time: after one term the officers get a mail, after two their
 * stand-ins; each once per report.
 */
@ApplicationScoped
class DeadlineReminders {

  private static final int AT_ONCE = 500;
  private static final String NOBODY = "";

  private final EntityManager database;
  private final DatabaseAccess access;
  private final Region region;
  private final ReadingTerm term;
  private final NotificationSettings settings;
  private final Outbox outbox;
  private final Clock clock;

  DeadlineReminders(
      EntityManager database,
      DatabaseAccess access,
      Region region,
      ReadingTerm term,
      NotificationSettings settings,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.region = region;
    this.term = term;
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  void look() {
    access.asDesk(region.ids());
    for (String id : region.ids()) {
      remind(id, List.of(id), term.days(Optional.of(id)));
    }
    remind(NOBODY, region.ids(), term.days(Optional.empty()));
  }

  /**
   * @param whose a municipality; or nothing, for reports that nobody has taken
   * @param municipalities whose officers are told
   */
  private void remind(String whose, List<String> municipalities, int days) {
    remind(whose, municipalities, days, Mail.Kind.WAITING, settings::officers);
    remind(whose, municipalities, 2 * days, Mail.Kind.STAND_IN, settings::standIns);
  }

  private void remind(
      String whose,
      List<String> municipalities,
      int days,
      Mail.Kind kind,
      Function<List<String>, Set<String>> recipients) {
    LocalDate today = DutchTime.today(clock);
    LocalDate received = today.minusDays(1);
    while (!WorkingDays.after(received, days).isBefore(today)) {
      received = received.minusDays(1);
    }
    List<?> late =
        database
            .createNativeQuery(
                "select s.id from report s left join handling h on h.report_id = s.id"
                    + " where s.state = 'NEW' and s.received_on <= ?1"
                    + " and h.first_read_at is null and "
                    + "coalesce(s.municipality, '') = ?3"
                    + " and not exists (select from reminder r where r.report_id = s.id and r.what ="
                    + " ?2) limit "
                    + AT_ONCE,
                UUID.class)
            .setParameter(1, received)
            .setParameter(2, kind.name())
            .setParameter(3, whose)
            .getResultList();
    boolean mine = false;
    for (Object id : late) {
      mine |=
          database
                  .createNativeQuery("insert into reminder values (?1, ?2) on conflict do nothing")
                  .setParameter(1, id)
                  .setParameter(2, kind.name())
                  .executeUpdate()
              > 0;
    }
    if (mine) {
      recipients.apply(municipalities).forEach(to -> outbox.put(to, kind, "", clock.instant()));
    }
  }
}
