package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/**
 * Reads and deletes the pending notifications (table {@code report_notification}), in the caller's
 * transaction. Database triggers add them.
 */
@ApplicationScoped
class ReportNotificationStore {

  private final Session session;

  ReportNotificationStore(Session session) {
    this.session = session;
  }

  /**
   * Deletes pending notifications and skips those that another replica is deleting.
   *
   * @param limit maximum number of notifications
   * @return for each notification the municipality of its report; empty when no municipality has
   *     taken it
   */
  List<String> deleteAndListMunicipalities(int limit) {
    return session
        .createNativeQuery(
            """
            with deleted as (
              delete from report_notification
              where id in (
                select id from report_notification limit :limit for update skip locked)
              returning report_id)
            select coalesce(r.municipality, '')
            from deleted join report r on r.id = deleted.report_id""",
            String.class)
        .setParameter("limit", limit)
        .getResultList();
  }
}
