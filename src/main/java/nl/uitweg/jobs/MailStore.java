package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/**
 * The queued mails (table {@code mail}), in the caller's transaction. The column {@code words}
 * holds {@link QueuedMail#details}.
 */
@ApplicationScoped
class MailStore {

  private final Session session;

  MailStore(Session session) {
    this.session = session;
  }

  /**
   * Adds a mail. If the same mail is queued already and not claimed, adds none, and the earlier of
   * the two due times applies.
   */
  void add(QueuedMail mail, Instant due) {
    MutationQuery insert =
        session.createNativeMutationQuery(
            """
            insert into mail (id, recipient, kind, words, due_at, attempts)
            values (:id, :recipient, :kind, :details, :due, :attempts)
            on conflict (recipient, kind, words) where claimed_until is null
            do update set due_at = least(mail.due_at, excluded.due_at)""");
    setColumns(insert, mail, due).executeUpdate();
  }

  /** Adds a mail, unless the same mail is queued already and not claimed. */
  void addIfAbsent(QueuedMail mail, Instant due) {
    MutationQuery insert =
        session.createNativeMutationQuery(
            """
            insert into mail (id, recipient, kind, words, due_at, attempts)
            values (:id, :recipient, :kind, :details, :due, :attempts)
            on conflict (recipient, kind, words) where claimed_until is null do nothing""");
    setColumns(insert, mail, due).executeUpdate();
  }

  private static MutationQuery setColumns(MutationQuery insert, QueuedMail mail, Instant due) {
    return insert
        .setParameter("id", mail.id())
        .setParameter("recipient", mail.recipient())
        .setParameter("kind", mail.kind().name())
        .setParameter("details", mail.details())
        .setParameter("due", due)
        .setParameter("attempts", mail.attempts());
  }

  /**
   * Claims the mails that are due, without those that another replica has claimed or is claiming.
   *
   * @param until end of the claim, after which another replica may claim them
   * @param limit maximum number of mails
   */
  List<QueuedMail> claimDue(Instant now, Instant until, int limit) {
    return session
        .createNativeQuery(
            """
            update mail set claimed_until = :until, attempts = attempts + 1
            where id in (
              select id from mail
              where due_at <= :now and (claimed_until is null or claimed_until < :now)
              order by due_at limit :limit for update skip locked)
            returning id, recipient, kind, words, attempts""",
            Tuple.class)
        .setParameter("until", until)
        .setParameter("now", now)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(MailStore::mail)
        .toList();
  }

  private static QueuedMail mail(Tuple row) {
    return new QueuedMail(
        row.get("id", UUID.class),
        row.get("recipient", String.class),
        QueuedMail.Kind.valueOf(row.get("kind", String.class)),
        row.get("words", String.class),
        row.get("attempts", Integer.class));
  }

  /**
   * Deletes the mails of these kinds that wait for a recipient, are due and that no replica has
   * claimed.
   *
   * @return the kinds of the deleted mails, in the order of the enum
   */
  List<QueuedMail.Kind> deleteDue(String recipient, List<QueuedMail.Kind> kinds, Instant now) {
    return session
        .createNativeQuery(
            """
            delete from mail
            where recipient = :recipient and kind in (:kinds) and due_at <= :now
              and claimed_until is null
            returning kind""",
            String.class)
        .setParameter("recipient", recipient)
        .setParameterList("kinds", kinds.stream().map(Enum::name).toList())
        .setParameter("now", now)
        .getResultList()
        .stream()
        .map(QueuedMail.Kind::valueOf)
        .distinct()
        .sorted()
        .toList();
  }

  void delete(UUID id) {
    session
        .createNativeMutationQuery("delete from mail where id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }
}
