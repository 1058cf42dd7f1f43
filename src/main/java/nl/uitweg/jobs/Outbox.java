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
 * The mail that still has to leave (table {@code mail}). A mail is claimed for some minutes by one
 * replica and deleted when the mail server has taken it; when the server fails, or the replica
 * dies, it comes back. Counterpart: {@link MailSender}.
 */
@ApplicationScoped
class Outbox {

  private static final Duration CLAIM = Duration.ofMinutes(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int DOUBLINGS = 12;
  private static final int AT_ONCE = 20;

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

  /** In the caller's transaction. A mail that already waits for the same person is enough. */
  @Transactional(Transactional.TxType.MANDATORY)
  void put(String recipient, Mail.Kind kind, String words, Instant due) {
    database
        .createNativeQuery(
            "insert into mail (id, recipient, kind, words, due_at) values (?1, ?2, ?3, ?4, ?5)"
                + " on conflict (recipient, kind, words) where claimed_until is null"
                + " do update set due_at = least(mail.due_at, excluded.due_at)")
        .setParameter(1, UUID.randomUUID())
        .setParameter(2, recipient)
        .setParameter(3, kind.name())
        .setParameter(4, words)
        .setParameter(5, due)
        .executeUpdate();
  }

  /** Mail whose time has come, for this replica alone. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<Mail> claim() {
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
            .setParameter(1, now.plus(CLAIM))
            .setParameter(2, now)
            .setParameter(3, AT_ONCE)
            .getResultList();
    return claimed.stream().map(Outbox::mail).toList();
  }

  private static Mail mail(Object row) {
    Object[] columns = (Object[]) row;
    return new Mail(
        (UUID) columns[0],
        (String) columns[1],
        Mail.Kind.valueOf((String) columns[2]),
        (String) columns[3],
        ((Number) columns[4]).intValue());
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void sent(Mail mail) {
    access.asDesk(region.ids());
    delete(mail.id());
  }

  /** Comes back later; unless another mail for the same person has begun to wait meanwhile. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void failed(Mail mail) {
    access.asDesk(region.ids());
    delete(mail.id());
    Instant again = clock.instant().plus(waitAfter(mail.attempts(), settings.retry()));
    database
        .createNativeQuery(
            "insert into mail (id, recipient, kind, words, due_at, attempts)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6)"
                + " on conflict (recipient, kind, words) where claimed_until is null do nothing")
        .setParameter(1, mail.id())
        .setParameter(2, mail.recipient())
        .setParameter(3, mail.kind().name())
        .setParameter(4, mail.words())
        .setParameter(5, again)
        .setParameter(6, mail.attempts())
        .executeUpdate();
  }

  private void delete(UUID id) {
    database
        .createNativeQuery("delete from mail where id = ?1")
        .setParameter(1, id)
        .executeUpdate();
  }

  static Duration waitAfter(int attempts, Duration first) {
    Duration wait = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
