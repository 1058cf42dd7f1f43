package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;

/**
 * Queue of mails to send (table {@code mail}). One replica claims a mail for ten minutes and
 * deletes it when the mail server has accepted it. When the server fails or the replica stops, the
 * mail is sent later. {@link MailSender} sends the mails.
 */
@ApplicationScoped
class Outbox {

  private static final Duration CLAIM_DURATION = Duration.ofMinutes(10);
  private static final Duration MAX_RETRY_DELAY = Duration.ofHours(1);
  private static final int MAX_DOUBLINGS = 12;
  private static final int BATCH_SIZE = 20;

  private final EntityManager database;
  private final DatabaseAccess access;
  private final Region region;
  private final NotificationSettings settings;
  private final Clock clock;

  Outbox(
      EntityManager database,
      DatabaseAccess access,
      Region region,
      NotificationSettings settings,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.region = region;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Queues a mail in the transaction of the caller. If the same mail is queued already, no mail is
   * added, and the earlier of the two due times applies.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(String recipient, QueuedMail.Kind kind, String details, Instant due) {
    database
        .createNativeQuery(
            "insert into mail (id, recipient, kind, words, due_at) values (?1, ?2, ?3, ?4, ?5)"
                + " on conflict (recipient, kind, words) where claimed_until is null"
                + " do update set due_at = least(mail.due_at, excluded.due_at)")
        .setParameter(1, UUID.randomUUID())
        .setParameter(2, recipient)
        .setParameter(3, kind.name())
        .setParameter(4, details)
        .setParameter(5, due)
        .executeUpdate();
  }

  /** Claims mails that are due, so that no other replica sends them. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<QueuedMail> claim() {
    access.asDesk(region.ids());
    Instant now = clock.instant();
    List<?> claimed =
        database
            .createNativeQuery(
                "update mail set claimed_until = ?1, attempts = attempts + 1 where id in"
                    + " (select id from mail where due_at <= ?2"
                    + " and (claimed_until is null or claimed_until < ?2)"
                    + " order by due_at limit ?3 for update skip locked)"
                    + " returning id, recipient, kind, words, attempts",
                Object[].class)
            .setParameter(1, now.plus(CLAIM_DURATION))
            .setParameter(2, now)
            .setParameter(3, BATCH_SIZE)
            .getResultList();
    return claimed.stream().map(Outbox::toMail).toList();
  }

  private static QueuedMail toMail(Object row) {
    Object[] columns = (Object[]) row;
    return new QueuedMail(
        (UUID) columns[0],
        (String) columns[1],
        QueuedMail.Kind.valueOf((String) columns[2]),
        (String) columns[3],
        ((Number) columns[4]).intValue());
  }

  /** Deletes a mail that the mail server has accepted. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void markSent(QueuedMail mail) {
    access.asDesk(region.ids());
    delete(mail.id());
  }

  /** Schedules another attempt, unless the same mail has been queued again in the meantime. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void retryLater(QueuedMail mail) {
    access.asDesk(region.ids());
    delete(mail.id());
    Instant nextAttempt = clock.instant().plus(retryDelay(mail.attempts(), settings.retry()));
    database
        .createNativeQuery(
            "insert into mail (id, recipient, kind, words, due_at, attempts)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6)"
                + " on conflict (recipient, kind, words) where claimed_until is null do nothing")
        .setParameter(1, mail.id())
        .setParameter(2, mail.recipient())
        .setParameter(3, mail.kind().name())
        .setParameter(4, mail.details())
        .setParameter(5, nextAttempt)
        .setParameter(6, mail.attempts())
        .executeUpdate();
  }

  private void delete(UUID id) {
    database
        .createNativeQuery("delete from mail where id = ?1")
        .setParameter(1, id)
        .executeUpdate();
  }

  /** Delay after a number of failed attempts: doubles with each, up to {@link #MAX_RETRY_DELAY}. */
  static Duration retryDelay(int attempts, Duration first) {
    Duration delay = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MAX_DOUBLINGS));
    return delay.compareTo(MAX_RETRY_DELAY) > 0 ? MAX_RETRY_DELAY : delay;
  }
}
