package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditChain;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;

/**
 * Sends the head of the audit chain to the auditor once a day. With {@code bin/audit verify HEAD}
 * the auditor can later prove that earlier events were not rewritten, even by the owner of the
 * database.
 */
@ApplicationScoped
class ChainHeadMail {

  private final ChainHeadMailStore mailedDays;
  private final JobAccess access;
  private final NotificationSettings settings;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final AuditSearch auditSearch;
  private final Clock clock;
  private final Texts texts;

  ChainHeadMail(
      ChainHeadMailStore mailedDays,
      JobAccess access,
      NotificationSettings settings,
      Outbox outbox,
      AuditTrail audit,
      AuditSearch auditSearch,
      Clock clock,
      Bundles bundles) {
    this.mailedDays = mailedDays;
    this.access = access;
    this.settings = settings;
    this.outbox = outbox;
    this.audit = audit;
    this.auditSearch = auditSearch;
    this.clock = clock;
    this.texts = bundles.in(Language.DUTCH);
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
    access.toAllMunicipalities();
    if (!mailedDays.claim(now.toLocalDate())) {
      return;
    }
    AuditChain chain = auditSearch.verifyAll();
    String details =
        chain
            .firstBreak()
            .map(
                broken ->
                    texts.get(
                        "desk.audit-broken",
                        broken.position(),
                        texts.get("auditlog.broken-" + broken.reason().replace(' ', '-'))))
            .orElseGet(() -> chain.validEvents() + " " + chain.head());
    auditors.forEach(to -> outbox.add(to, QueuedMail.Kind.CHAIN, details, clock.instant()));
    audit.add(
        AuditEntry.done(
            "notification",
            AuditAction.MAIL_HEAD,
            AuditObject.audit(chain.validEvents()),
            chain.head()));
  }
}
