package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.hibernate.Session;

/**
 * The reminders that were queued for each report (table {@code reminder}), in the caller's
 * transaction.
 */
@ApplicationScoped
class ReminderStore {

  private final Session session;

  ReminderStore(Session session) {
    this.session = session;
  }

  /**
   * Records a reminder for each new report that was received on this day or earlier and that no
   * officer has opened. Reports for which it was recorded before are left out. When another replica
   * has recorded one and not committed yet, waits for that transaction to end.
   *
   * @param owner municipality of the reports; empty for reports that no municipality has taken
   * @param limit maximum number of reports
   * @return number of reports for which the reminder was recorded now
   */
  int claimOverdue(QueuedMail.Kind kind, String owner, LocalDate receivedOn, int limit) {
    return session
        .createNativeMutationQuery(
            """
            insert into reminder (report_id, what)
            select r.id, :kind
            from report r left join handling h on h.report_id = r.id
            where r.state = 'NEW' and r.received_on <= :receivedOn
              and h.first_read_at is null
              and coalesce(r.municipality, '') = :owner
              and not exists (select from reminder m where m.report_id = r.id and m.what = :kind)
            limit :limit
            on conflict do nothing""")
        .setParameter("kind", kind.name())
        .setParameter("receivedOn", receivedOn)
        .setParameter("owner", owner)
        .setParameter("limit", limit)
        .executeUpdate();
  }
}
