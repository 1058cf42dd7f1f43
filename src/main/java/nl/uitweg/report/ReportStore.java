package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.report.content.ReportState;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** Stores and finds reports, in the caller's transaction. */
@ApplicationScoped
class ReportStore implements PanacheRepositoryBase<Report, UUID> {

  /**
   * Inserts a new report, unless a report with its id is stored. Waits while another transaction
   * inserts a report with the same id.
   *
   * @return whether it was inserted
   */
  boolean insertIfNew(Report report) {
    return getEntityManager()
            .createNativeQuery(
                """
                insert into report
                  (id, municipality, addressed_to, forms, state, urgency, received_on, sealed, version)
                values
                  (:id, nullif(:addressedTo, ''), nullif(:addressedTo, ''), string_to_array(:forms, ' '), :state, :urgency,
                   :receivedOn, :sealed, 0)
                on conflict do nothing
                """)
            .setParameter("id", report.id)
            .setParameter("addressedTo", report.origin().addressedTo().orElse(""))
            .setParameter("forms", String.join(" ", report.forms))
            .setParameter("state", report.state.name())
            .setParameter("urgency", report.urgency.name())
            .setParameter("receivedOn", report.receivedOn)
            .setParameter("sealed", report.sealed)
            .executeUpdate()
        == 1;
  }

  /** Whether the report to whose sender this transaction is restricted has been stored. */
  boolean isStoredForSender() {
    return Boolean.TRUE.equals(
        getEntityManager()
            .createNativeQuery("select portal_is_stored()", Boolean.class)
            .getSingleResult());
  }

  /** See {@link Reports#findVisible}. */
  Optional<Report> findVisible(UUID id, List<String> municipalities) {
    return visible(id, municipalities).firstResultOptional();
  }

  /** See {@link Reports#findForUpdate}. */
  Optional<Report> findForUpdate(UUID id, List<String> municipalities) {
    return visible(id, municipalities)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** See {@link Reports#findForUpdateUnlessLocked}. */
  Optional<Report> findForUpdateUnlessLocked(UUID id, List<String> municipalities) {
    return visible(id, municipalities)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
        .firstResultOptional();
  }

  private PanacheQuery<Report> visible(UUID id, List<String> municipalities) {
    return find("id = ?1 and (municipality is null or municipality in ?2)", id, municipalities);
  }

  /** The reports with these ids, in no particular order. */
  List<Report> findAll(Collection<UUID> ids) {
    return list("id in ?1", ids);
  }

  /**
   * Municipality to which a report was sent. Selects only a column that the public tier may read.
   */
  Optional<String> addressedTo(UUID id) {
    return Optional.ofNullable(
        getEntityManager()
            .createQuery("select addressedTo from Report where id = ?1", String.class)
            .setParameter(1, id)
            .getSingleResult());
  }

  /** Day of receipt. Selects only a column that the public tier may read. */
  LocalDate receivedOn(UUID id) {
    return getEntityManager()
        .createQuery("select receivedOn from Report where id = ?1", LocalDate.class)
        .setParameter(1, id)
        .getSingleResult();
  }

  /** The state as stored now. Selects only a column that the public tier may read. */
  ReportState state(UUID id) {
    return getEntityManager()
        .createQuery("select state from Report where id = ?1", ReportState.class)
        .setParameter(1, id)
        .getSingleResult();
  }

  /**
   * Changes the state, unless it is no longer {@code from}. Updates only columns that the public
   * tier may update.
   */
  void changeState(UUID id, ReportState from, ReportState to) {
    update("set state = ?1, version = version + 1 where id = ?2 and state = ?3", to, id, from);
  }
}
