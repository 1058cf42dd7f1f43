package nl.uitweg.jobs;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.uitweg.region.Region;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs the mail jobs every minute on the desk tier. */
@ApplicationScoped
class ScheduledJobs {

  private static final Logger LOG = Logger.getLogger(ScheduledJobs.class);
  private static final int BATCH_SIZE = ReportNotification.BATCH_SIZE;
  private static final String NO_SENDER = "nobody";

  private final NotificationSettings settings;
  private final Region region;
  private final ReportNotification notification;
  private final DeadlineReminders deadlines;
  private final ChainHeadMail chain;
  private final MailSender mailSender;
  private final boolean enabled;
  private final String from;

  ScheduledJobs(
      NotificationSettings settings,
      Region region,
      ReportNotification notification,
      DeadlineReminders deadlines,
      ChainHeadMail chain,
      MailSender mailSender,
      @ConfigProperty(name = "portal.tier", defaultValue = "all") String tier,
      @ConfigProperty(name = "quarkus.mailer.from", defaultValue = NO_SENDER) String from) {
    this.from = from;
    this.settings = settings;
    this.region = region;
    this.notification = notification;
    this.deadlines = deadlines;
    this.chain = chain;
    this.mailSender = mailSender;
    this.enabled = !tier.equals("public") && settings.isEnabled();
  }

  void check(@Observes StartupEvent start) {
    settings.municipality().keySet().forEach(this::requireKnown);
    settings.standIn().keySet().forEach(this::requireKnown);
    if (enabled && from.equals(NO_SENDER)) {
      throw new IllegalStateException(
          "portal.notification configures recipients of mail, but quarkus.mailer.from is not set");
    }
    if (enabled) {
      region.ids().stream()
          .filter(id -> !settings.municipality().containsKey(id))
          .forEach(
              id ->
                  LOG.warnf(
                      "No officer of %s gets mail: portal.notification.municipality has no address for it",
                      id));
    }
  }

  private void requireKnown(String id) {
    if (region.byId(id).isEmpty()) {
      throw new IllegalStateException(
          "portal.notification names the municipality "
              + id
              + ", which is not in content/region.yaml; known municipalities are "
              + String.join(", ", region.ids()));
    }
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
