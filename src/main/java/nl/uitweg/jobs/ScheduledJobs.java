package nl.uitweg.jobs;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.uitweg.region.Region;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks every minute, on the desk tier, whether there is something to mail. */
@ApplicationScoped
class ScheduledJobs {

  private static final Logger LOG = Logger.getLogger(ScheduledJobs.class);
  private static final int ALL = 1_000;
  private static final String NOBODY = "nobody";

  private final NotificationSettings settings;
  private final Region region;
  private final ReportNotification notification;
  private final DeadlineReminders deadlines;
  private final ChainHeadMail chain;
  private final MailSender mailSender;
  private final boolean mine;
  private final String from;

  ScheduledJobs(
      NotificationSettings settings,
      Region region,
      ReportNotification notification,
      DeadlineReminders deadlines,
      ChainHeadMail chain,
      MailSender mailSender,
      @ConfigProperty(name = "portal.tier", defaultValue = "all") String tier,
      @ConfigProperty(name = "quarkus.mailer.from", defaultValue = NOBODY) String from) {
    this.from = from;
    this.settings = settings;
    this.region = region;
    this.notification = notification;
    this.deadlines = deadlines;
    this.chain = chain;
    this.mailSender = mailSender;
    this.mine = !tier.equals("public") && settings.on();
  }

  void check(@Observes StartupEvent start) {
    settings.municipality().keySet().forEach(this::requireKnown);
    settings.standIn().keySet().forEach(this::requireKnown);
    if (mine && from.equals(NOBODY)) {
      throw new IllegalStateException(
          "portal.notification names who gets mail; quarkus.mailer.from, from whom, is missing");
    }
    if (mine) {
      region.ids().stream()
          .filter(id -> !settings.municipality().containsKey(id))
          .forEach(id -> LOG.warnf("Nobody of %s gets mail: no address is set", id));
    }
  }

  private void requireKnown(String id) {
    if (region.byId(id).isEmpty()) {
      throw new IllegalStateException(
          "portal.notification names the municipality "
              + id
              + ", which is not in content/region.yaml; there are "
              + String.join(", ", region.ids()));
    }
  }

  @Scheduled(
      every = "${portal.rounds.every:1m}",
      delayed = "${portal.rounds.delay:20s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everyMinute() {
    if (mine) {
      go();
    }
  }

  void go() {
    int told;
    do {
      told = notification.tell();
    } while (told == ALL);
    deadlines.look();
    chain.mail();
    mailSender.deliver();
  }
}
