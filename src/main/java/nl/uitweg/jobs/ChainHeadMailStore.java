package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.hibernate.Session;

/**
 * The days on which the head of the audit chain was mailed (table {@code audit_head_mail}), in the
 * caller's transaction.
 */
@ApplicationScoped
class ChainHeadMailStore {

  private final Session session;

  ChainHeadMailStore(Session session) {
    this.session = session;
  }

  /**
   * Claims the mail of a day for this transaction. When another replica has claimed it and not
   * committed yet, waits for that transaction to end.
   *
   * @return whether nobody had claimed it
   */
  boolean claim(LocalDate day) {
    return session
            .createNativeMutationQuery(
                "insert into audit_head_mail (day) values (:day) on conflict do nothing")
            .setParameter("day", day)
            .executeUpdate()
        > 0;
  }
}
