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
import nl.uitweg.region.ReadingDeadline;
import nl.uitweg.region.Region;
import nl.uitweg.region.WorkingDays;

/**
 * Queues reminders about new reports that no officer has opened in time. The officers get a mail
 * after the reading deadline, their stand-ins after twice the deadline. Each reminder is sent once
 * per report.
 */
@ApplicationScoped
class DeadlineReminders {

  private static final int BATCH_SIZE = 500;
  private static final String NOT_TAKEN = "";

  private final EntityManager database;
  private final DatabaseAccess access;
  private final Region region;
  private final ReadingDeadline deadline;
  private final NotificationSettings settings;
  private final Outbox outbox;
  private final Clock clock;

  DeadlineReminders(
      EntityManager database,
      DatabaseAccess access,
      Region region,
      ReadingDeadline deadline,
      NotificationSettings settings,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.region = region;
    this.deadline = deadline;
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  void queueReminders() {
    access.asDesk(region.ids());
    for (String id : region.ids()) {
      remind(id, List.of(id), deadline.workingDays(Optional.of(id)));
    }
    remind(NOT_TAKEN, region.ids(), deadline.workingDays(Optional.empty()));
  }

  /**
   * @param owner municipality of the reports; empty for reports that no municipality has taken
   * @param municipalities municipalities whose officers get the mail
   * @param days reading deadline in working days
   */
  private void remind(String owner, List<String> municipalities, int days) {
    remind(owner, municipalities, days, QueuedMail.Kind.WAITING, settings::officers);
    remind(owner, municipalities, 2 * days, QueuedMail.Kind.STAND_IN, settings::standIns);
  }

  private void remind(
      String owner,
      List<String> municipalities,
      int days,
      QueuedMail.Kind kind,
      Function<List<String>, Set<String>> recipients) {
    LocalDate today = DutchTime.today(clock);
    LocalDate received = today.minusDays(1);
    while (!WorkingDays.after(received, days).isBefore(today)) {
      received = received.minusDays(1);
    }
    List<?> overdue =
        database
            .createNativeQuery(
                "select s.id from report s left join handling h on h.report_id = s.id"
                    + " where s.state = 'NEW' and s.received_on <= ?1"
                    + " and h.first_read_at is null and "
                    + "coalesce(s.municipality, '') = ?3"
                    + " and not exists (select from reminder r where r.report_id = s.id and r.what ="
                    + " ?2) limit "
                    + BATCH_SIZE,
                UUID.class)
            .setParameter(1, received)
            .setParameter(2, kind.name())
            .setParameter(3, owner)
            .getResultList();
    boolean claimed = false;
    for (Object id : overdue) {
      claimed |=
          database
                  .createNativeQuery("insert into reminder values (?1, ?2) on conflict do nothing")
                  .setParameter(1, id)
                  .setParameter(2, kind.name())
                  .executeUpdate()
              > 0;
    }
    if (claimed) {
      recipients.apply(municipalities).forEach(to -> outbox.add(to, kind, "", clock.instant()));
    }
  }
}
