package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Queue of mails to send. One replica claims a mail for ten minutes and deletes it when the mail
 * server has accepted it. When the server fails or the replica stops, the mail is sent later.
 * {@link MailSender} sends the mails.
 */
@ApplicationScoped
class Outbox {

  private static final Duration CLAIM_DURATION = Duration.ofMinutes(10);
  private static final Duration MAX_RETRY_DELAY = Duration.ofHours(1);
  private static final int MAX_DOUBLINGS = 12;
  private static final int BATCH_SIZE = 20;

  private final MailStore mails;
  private final JobAccess access;
  private final NotificationSettings settings;
  private final Clock clock;

  Outbox(MailStore mails, JobAccess access, NotificationSettings settings, Clock clock) {
    this.mails = mails;
    this.access = access;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Queues a mail in the transaction of the caller. If the same mail is queued already and not
   * claimed, no mail is added, and the earlier of the two due times applies.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(String recipient, QueuedMail.Kind kind, String details, Instant due) {
    mails.add(new QueuedMail(UUID.randomUUID(), recipient, kind, details, 0), due);
  }

  /**
   * Queues the daily mail about the agenda in the transaction of the caller. What else waits for
   * this recipient and is due goes along, so that one mail is sent and not several.
   *
   * @param items number of items in the agenda that are due
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void addDaily(String recipient, long items, Instant due) {
    List<QueuedMail.Kind> alongWith = mails.deleteDue(recipient, QueuedMail.Kind.JOINABLE, due);
    add(recipient, QueuedMail.Kind.AGENDA, QueuedMail.agendaDetails(items, alongWith), due);
  }

  /** Claims mails that are due, so that no other replica sends them. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<QueuedMail> claim() {
    access.toAllMunicipalities();
    Instant now = clock.instant();
    return mails.claimDue(now, now.plus(CLAIM_DURATION), BATCH_SIZE);
  }

  /** Deletes a mail that the mail server has accepted. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void markSent(QueuedMail mail) {
    access.toAllMunicipalities();
    mails.delete(mail.id());
  }

  /** Schedules another attempt, unless the same mail has been queued again in the meantime. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void retryLater(QueuedMail mail) {
    access.toAllMunicipalities();
    mails.delete(mail.id());
    Instant nextAttempt = clock.instant().plus(retryDelay(mail.attempts(), settings.retry()));
    mails.addIfAbsent(mail, nextAttempt);
  }

  /** Delay after a number of failed attempts: doubles with each, up to {@link #MAX_RETRY_DELAY}. */
  static Duration retryDelay(int attempts, Duration first) {
    Duration delay = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MAX_DOUBLINGS));
    return delay.compareTo(MAX_RETRY_DELAY) > 0 ? MAX_RETRY_DELAY : delay;
  }
}
