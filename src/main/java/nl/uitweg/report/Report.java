package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.StateChangeNotAllowedException;
import nl.uitweg.report.content.Transitions;
import nl.uitweg.report.content.Urgency;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;

/**
 * A stored report: the plaintext columns that the inbox needs, and the sealed content. {@link
 * ReportSubmission} creates it and {@link Reports} decrypts it.
 */
@Entity
@Table(name = "report")
public class Report extends PanacheEntityBase {

  @Id UUID id;

  /** Null until an officer takes a report whose reporter did not know the municipality. */
  @Column @Nullable String municipality;

  /** Municipality to which the report was sent; null when it was sent to all. Never changes. */
  @Column(name = "addressed_to", updatable = false)
  @Nullable String addressedTo;

  @Column(name = "forms", updatable = false)
  String[] forms;

  @Column
  @Enumerated(EnumType.STRING)
  ReportState state;

  @Column
  @Enumerated(EnumType.STRING)
  Urgency urgency;

  @Column(name = "received_on", updatable = false)
  LocalDate receivedOn;

  @Column(name = "closed_on")
  @Nullable LocalDate closedOn;

  /** Day until which purging was postponed; null when it was not. */
  @Column(name = "keep_until")
  @Nullable LocalDate keepUntil;

  @Column(name = "sealed", updatable = false)
  byte[] sealed;

  @Version
  @Column(name = "version")
  int version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Report() {}

  Report(
      ReportOrigin origin,
      List<String> forms,
      Urgency urgency,
      LocalDate receivedOn,
      byte[] sealed) {
    this.id = origin.id();
    this.addressedTo = origin.addressedTo().orElse(null);
    this.municipality = addressedTo;
    this.forms = forms.toArray(String[]::new);
    this.state = ReportState.NEW;
    this.urgency = urgency;
    this.receivedOn = receivedOn;
    this.sealed = sealed;
  }

  /**
   * Inserts this new report, unless a report with its id is stored. Waits while another transaction
   * inserts a report with the same id.
   *
   * @return whether it was inserted
   */
  boolean insertIfNew() {
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
            .setParameter("id", id)
            .setParameter("addressedTo", addressedTo == null ? "" : addressedTo)
            .setParameter("forms", String.join(" ", forms))
            .setParameter("state", state.name())
            .setParameter("urgency", urgency.name())
            .setParameter("receivedOn", receivedOn)
            .setParameter("sealed", sealed)
            .executeUpdate()
        == 1;
  }

  /**
   * Finds a report that one of these municipalities may see: its own, or one that no municipality
   * has taken.
   */
  public static Optional<Report> findVisible(UUID id, List<String> municipalities) {
    return find("id = ?1 and (municipality is null or municipality in ?2)", id, municipalities)
        .firstResultOptional();
  }

  /** Like {@link #findVisible}; also locks the row until the transaction ends. */
  public static Optional<Report> findForUpdate(UUID id, List<String> municipalities) {
    return find("id = ?1 and (municipality is null or municipality in ?2)", id, municipalities)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Like {@link #findForUpdate}, but empty when another transaction has locked the report. */
  public static Optional<Report> findForUpdateUnlessLocked(UUID id, List<String> municipalities) {
    return find("id = ?1 and (municipality is null or municipality in ?2)", id, municipalities)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
        .firstResultOptional();
  }

  /** Ids of the reports that have a message of the reporter that no officer has read. */
  public static Set<UUID> findIdsWithUnreadReporterMessage(List<Report> reports) {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                "select distinct m.reportId from Message m where m.read = false and"
                    + " m.fromOfficer = false and m.reportId in ?1",
                UUID.class)
            .setParameter(1, reports.stream().map(Report::id).toList())
            .getResultList());
  }

  /** Number of messages of the reporter. */
  public long countReporterMessages() {
    return Message.count("reportId = ?1 and fromOfficer = false", id);
  }

  public UUID id() {
    return id;
  }

  public Optional<String> municipality() {
    return Optional.ofNullable(municipality);
  }

  public List<String> forms() {
    return List.of(forms);
  }

  public ReportState state() {
    return state;
  }

  public Urgency urgency() {
    return urgency;
  }

  public LocalDate receivedOn() {
    return receivedOn;
  }

  public Optional<LocalDate> closedOn() {
    return Optional.ofNullable(closedOn);
  }

  /** Day until which an officer postponed purging. */
  public Optional<LocalDate> keepUntil() {
    return Optional.ofNullable(keepUntil);
  }

  /** Postpones purging until this day. */
  public void setKeepUntil(LocalDate day) {
    keepUntil = day;
  }

  ReportOrigin origin() {
    return new ReportOrigin(id, Optional.ofNullable(addressedTo));
  }

  /**
   * Whether the report was sent to one municipality but belongs to another, or to none. The
   * application never does this: somebody altered the database.
   */
  boolean isMisplaced() {
    return addressedTo != null && !addressedTo.equals(municipality);
  }

  public int version() {
    return version;
  }

  /**
   * Changes the state.
   *
   * @throws StateChangeNotAllowedException when {@link Transitions} does not allow it
   */
  void changeState(ReportState to, Transitions.Actor actor, LocalDate today) {
    if (!Transitions.allowed(state, to, actor)) {
      throw new StateChangeNotAllowedException(state, to);
    }
    state = to;
    closedOn = to == ReportState.CLOSED ? today : null;
  }
}
