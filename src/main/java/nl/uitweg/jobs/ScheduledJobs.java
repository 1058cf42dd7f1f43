package nl.uitweg.jobs;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs the mail jobs every minute on the desk tier. */
@ApplicationScoped
class ScheduledJobs {

  private static final Logger LOG = Logger.getLogger(ScheduledJobs.class);
  private static final int BATCH_SIZE = ReportNotification.BATCH_SIZE;

  private final ReportNotification notification;
  private final DeadlineReminders deadlines;
  private final AgendaMail agenda;
  private final ChainHeadMail chain;
  private final MailSender mailSender;
  private final boolean enabled;

  ScheduledJobs(
      NotificationSettings settings,
      ReportNotification notification,
      DeadlineReminders deadlines,
      AgendaMail agenda,
      ChainHeadMail chain,
      MailSender mailSender,
      @ConfigProperty(name = "portal.tier", defaultValue = "all") String tier) {
    this.notification = notification;
    this.deadlines = deadlines;
    this.agenda = agenda;
    this.chain = chain;
    this.mailSender = mailSender;
    this.enabled = !tier.equals("public") && settings.isEnabled();
  }

  @Scheduled(
      every = "${portal.jobs.every:1m}",
      delayed = "${portal.jobs.delay:20s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everyMinute() {
    if (enabled) {
      runAll();
    }
  }

  /** Runs all mail jobs once. A job that fails does not prevent the others from running. */
  void runAll() {
    runJob(this::queueNotifications);
    runJob(deadlines::queueReminders);
    runJob(agenda::queueDailyMails); // after the others, whose mails go along with it
    runJob(chain::queueDailyMail);
    runJob(mailSender::sendDueMails);
  }

  private void queueNotifications() {
    int processed;
    do {
      processed = notification.queueMails();
    } while (processed == BATCH_SIZE);
  }

  private static void runJob(Runnable job) {
    try {
      job.run();
    } catch (RuntimeException e) {
      LOG.errorf("A mail job failed: %s", e.getClass().getName());
    }
  }
}
