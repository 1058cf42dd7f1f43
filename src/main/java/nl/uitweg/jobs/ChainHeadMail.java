package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import nl.uitweg.audit.AuditChain;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;

/**
 * Mails the head of the audit chain to the auditor once a day, so that even the owner of the
 * database cannot rewrite yesterday: {@code bin/audit verify HEAD} compares.
 */
@ApplicationScoped
class ChainHeadMail {

  private final EntityManager database;
  private final DatabaseAccess access;
  private final Region region;
  private final NotificationSettings settings;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock;

  ChainHeadMail(
      EntityManager database,
      DatabaseAccess access,
      Region region,
      NotificationSettings settings,
      Outbox outbox,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.region = region;
    this.settings = settings;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Nothing before the hour of the daily mail, or when today's has been written. */
  @Transactional
  void mail() {
    List<String> auditors = settings.auditor().orElse(List.of());
    ZonedDateTime now = clock.instant().atZone(DutchTime.ZONE);
    if (auditors.isEmpty() || now.toLocalTime().isBefore(settings.dailyAt())) {
      return;
    }
    access.asDesk(region.ids());
    int first =
        database
            .createNativeQuery("insert into audit_head_mail values (?1) on conflict do nothing")
            .setParameter(1, now.toLocalDate())
            .executeUpdate();
    if (first == 0) {
      return;
    }
    AuditChain chain = AuditChain.verify();
    String words =
        chain
            .broken()
            .map(broken -> "BREUK bij " + broken.position() + ": " + broken.reason())
            .orElseGet(() -> chain.length() + " " + chain.head());
    auditors.forEach(to -> outbox.put(to, Mail.Kind.CHAIN, words, clock.instant()));
    audit.add(
        new AuditTrail.Entry(
            "notification", "mail-head", "audit/" + chain.length(), "done", chain.head()));
  }
}
