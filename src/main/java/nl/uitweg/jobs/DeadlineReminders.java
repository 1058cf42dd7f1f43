package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.uitweg.platform.i18n.DutchTime;
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

  private final ReminderStore reminders;
  private final JobAccess access;
  private final Region region;
  private final ReadingDeadline deadline;
  private final NotificationSettings settings;
  private final Outbox outbox;
  private final Clock clock;

  DeadlineReminders(
      ReminderStore reminders,
      JobAccess access,
      Region region,
      ReadingDeadline deadline,
      NotificationSettings settings,
      Outbox outbox,
      Clock clock) {
    this.reminders = reminders;
    this.access = access;
    this.region = region;
    this.deadline = deadline;
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  void queueReminders() {
    access.toAllMunicipalities();
    for (String id : region.ids()) {
      remind(id, List.of(id), deadline.workingDays(Optional.of(id)));
    }
    remind(NOT_TAKEN, region.ids(), deadline.workingDays(Optional.empty()));
  }

  /**
   * Queues both reminders about the reports of one owner.
   *
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
    if (reminders.claimOverdue(kind, owner, lastOverdueDay(days), BATCH_SIZE) > 0) {
      recipients.apply(municipalities).stream()
          .sorted() // a fixed order, so that two replicas cannot deadlock
          .forEach(to -> outbox.add(to, kind, "", clock.instant()));
    }
  }

  /** The last day of receipt whose deadline has passed. */
  private LocalDate lastOverdueDay(int days) {
    LocalDate today = DutchTime.today(clock);
    LocalDate received = today.minusDays(1);
    while (!WorkingDays.after(received, days).isBefore(today)) {
      received = received.minusDays(1);
    }
    return received;
  }
}
