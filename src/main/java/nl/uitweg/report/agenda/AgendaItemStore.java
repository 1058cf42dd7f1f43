package nl.uitweg.report.agenda;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores and finds agenda items, in the caller's transaction. */
@ApplicationScoped
class AgendaItemStore implements PanacheRepositoryBase<StoredAgendaItem, UUID> {

  /** The items of a report, by day. */
  List<StoredAgendaItem> of(UUID reportId) {
    return list("reportId = ?1 order by day, id", reportId);
  }

  /** The items that are to be done, of all reports that the transaction sees, by day. */
  List<StoredAgendaItem> open(int limit) {
    return find("doneAt is null order by day, id").page(0, limit).list();
  }

  /** As {@link #open(int)}, for one officer. */
  List<StoredAgendaItem> open(String officer, int limit) {
    return find("doneAt is null and officer = ?1 order by day, id", officer).page(0, limit).list();
  }

  /** An item of this report that is to be done; locks it. */
  Optional<StoredAgendaItem> findOpenForUpdate(UUID id, UUID reportId) {
    return find("id = ?1 and reportId = ?2 and doneAt is null", id, reportId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  void remove(StoredAgendaItem item) {
    delete(item);
  }

  /** Whether this report has an item with this id, done or not. */
  boolean exists(UUID id, UUID reportId) {
    return count("id = ?1 and reportId = ?2", id, reportId) > 0;
  }

  /** Counts what the officer of the transaction should have done by this day. */
  long countDue(List<String> municipalities, LocalDate today) {
    Object count =
        getEntityManager()
            .createNativeQuery(
                "select portal_due_agenda_items(string_to_array(:municipalities, ','), :today)")
            .setParameter("municipalities", String.join(",", municipalities))
            .setParameter("today", today)
            .getSingleResult();
    return ((Number) count).longValue();
  }
}
