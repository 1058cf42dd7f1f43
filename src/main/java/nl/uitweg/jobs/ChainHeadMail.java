package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.audit.ChainMonitor;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;

/**
 * Sends the head of the audit chain to the auditor once a day. With {@code bin/audit verify HEAD}
 * the auditor can later prove that earlier events were not rewritten, even by the owner of the
 * database.
 */
@ApplicationScoped
class ChainHeadMail {

  private final EntityManager database;
  private final DatabaseAccess access;
  private final Region region;
  private final NotificationSettings settings;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final ChainMonitor monitor;
  private final Clock clock;

  ChainHeadMail(
      EntityManager database,
      DatabaseAccess access,
      Region region,
      NotificationSettings settings,
      Outbox outbox,
      AuditTrail audit,
      ChainMonitor monitor,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.region = region;
    this.settings = settings;
    this.outbox = outbox;
    this.audit = audit;
    this.monitor = monitor;
    this.clock = clock;
  }

  /**
   * Queues the mail of today; does nothing before the time of the daily mail, or when it has been
   * queued already.
   */
  @Transactional
  void queueDailyMail() {
    List<String> auditors = settings.auditor().orElse(List.of());
    ZonedDateTime now = clock.instant().atZone(DutchTime.ZONE);
    if (auditors.isEmpty() || now.toLocalTime().isBefore(settings.dailyAt())) {
      return;
    }
    access.asDesk(region.ids());
    int inserted =
        database
            .createNativeQuery("insert into audit_head_mail values (?1) on conflict do nothing")
            .setParameter(1, now.toLocalDate())
            .executeUpdate();
    if (inserted == 0) {
      return;
    }
    ChainMonitor.State chain = monitor.verifyAll();
    String details =
        chain
            .broken()
            .map(broken -> "BREUK bij " + broken.position() + ": " + broken.reason())
            .orElseGet(() -> chain.verified() + " " + chain.head());
    auditors.forEach(to -> outbox.add(to, QueuedMail.Kind.CHAIN, details, clock.instant()));
    audit.add(
        AuditEntry.done(
            "notification",
            AuditAction.MAIL_HEAD,
            AuditObject.audit(chain.verified()),
            chain.head()));
  }
}
