package nl.uitweg.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.StateChangeNotAllowedException;
import nl.uitweg.report.content.Transitions;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.sealed.ReportOrigin;
import org.jspecify.annotations.Nullable;

/**
 * A stored report: the plaintext columns that the inbox needs, and the sealed content. {@link
 * NewReports} creates it and {@link Reports} decrypts it.
 */
@Entity
@Table(name = "report")
public class Report {

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

  /**
   * Whether the reporter withdrew the report and no officer has reopened it since. The database
   * sets it when the state changes.
   */
  @Column(name = "withdrawn", insertable = false, updatable = false)
  boolean withdrawn;

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

  /** Whether the reporter withdrew the report and no officer has reopened it since. */
  public boolean withdrawn() {
    return withdrawn;
  }

  /** Day until which an officer postponed purging. */
  public Optional<LocalDate> keepUntil() {
    return Optional.ofNullable(keepUntil);
  }

  /** Postpones purging until this day. */
  public void setKeepUntil(LocalDate day) {
    keepUntil = day;
  }

  /** The properties that never change and are part of the associated data of its content. */
  public ReportOrigin origin() {
    return new ReportOrigin(id, Optional.ofNullable(addressedTo));
  }

  /**
   * Whether the report was sent to one municipality but belongs to another, or to none. The
   * application never causes this, so somebody altered the database.
   */
  boolean isMisplaced() {
    return addressedTo != null && !addressedTo.equals(municipality);
  }

  /** Whether it can be referred: a municipality has taken it, and it is not closed. */
  public boolean canBeReferred() {
    return municipality != null && !state.isClosed();
  }

  /**
   * Whether an officer may change the state to the given one: a municipality must have taken the
   * report, and {@link Transitions} must allow the change.
   */
  public boolean canChangeTo(ReportState to) {
    return municipality != null && Transitions.allowed(state, to, Transitions.Actor.OFFICER);
  }

  /** Whether nobody has started on the report, and an officer of its municipality can. */
  public boolean canBegin() {
    return state == ReportState.NEW && canChangeTo(ReportState.IN_PROGRESS);
  }

  /**
   * Whether any municipality may take the report: it was sent to all, and none has taken it yet.
   */
  public boolean canBeTaken() {
    return municipality == null && addressedTo == null;
  }

  /** Whether it is new or reopened, so that an officer still has to begin. */
  boolean waitsForOfficer() {
    return state == ReportState.NEW || state == ReportState.REOPENED;
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
