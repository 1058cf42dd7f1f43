package nl.uitweg.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.sealing.AssociatedData;
import org.jspecify.annotations.Nullable;

/**
 * A stored dossier of one municipality. {@link Dossiers} and {@link DossierReports} change it, each
 * time with {@link #changed}, while its row is locked.
 */
@Entity
@Table(name = "dossier")
public class Dossier {

  /** An act on the reports of a dossier that can be undone as long as it is the last act. */
  public enum Undo {
    ADD,
    REMOVE,
    MERGE,
    SPLIT
  }

  @Id UUID id;

  /** Chosen by the database when the row is created; see {@link DossierNumber}. */
  @Column(name = "number", insertable = false, updatable = false)
  int number;

  @Column(name = "municipality", updatable = false)
  String municipality;

  @Column(name = "kind")
  @Enumerated(EnumType.STRING)
  DossierKind kind;

  /** The title; null when no officer has written one. */
  @Column(name = "sealed")
  byte @Nullable [] sealed;

  @Column(name = "created_on", updatable = false)
  LocalDate createdOn;

  @Column(name = "assigned_to")
  @Nullable String assignedTo;

  @Column(name = "closed")
  boolean closed;

  @Column(name = "merged_into")
  @Nullable UUID mergedInto;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "version")
  int version;

  @Column(name = "undo")
  @Enumerated(EnumType.STRING)
  @Nullable Undo undo;

  /** The dossier that was merged into this one, or was made from this one. */
  @Column(name = "undo_dossier")
  @Nullable UUID undoDossier;

  @Column(name = "undo_reports")
  UUID @Nullable [] undoReports;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Dossier() {}

  Dossier(UUID id, String municipality, DossierKind kind, LocalDate createdOn, String assignedTo) {
    this.id = id;
    this.municipality = municipality;
    this.kind = kind;
    this.createdOn = createdOn;
    this.assignedTo = assignedTo;
  }

  public UUID id() {
    return id;
  }

  /** The number by which officers name the dossier; not known in the transaction that made it. */
  public DossierNumber number() {
    return new DossierNumber(number);
  }

  public String municipality() {
    return municipality;
  }

  public DossierKind kind() {
    return kind;
  }

  public LocalDate createdOn() {
    return createdOn;
  }

  /** User name of the officer who has the dossier. */
  public Optional<String> assignedTo() {
    return Optional.ofNullable(assignedTo);
  }

  public boolean closed() {
    return closed;
  }

  /** The dossier that has the reports and shows the notes of this one since they were merged. */
  public Optional<UUID> mergedInto() {
    return Optional.ofNullable(mergedInto);
  }

  /** When an officer last changed the dossier. */
  public Instant changedAt() {
    return changedAt;
  }

  /** Raised by every change. */
  public int version() {
    return version;
  }

  /** The last act, if it can be undone. */
  public Optional<Undo> undo() {
    return Optional.ofNullable(undo);
  }

  /** The dossier to which the last act moved reports, or from which; empty for other acts. */
  Optional<UUID> undoDossier() {
    return Optional.ofNullable(undoDossier);
  }

  /** The reports that the last act moved. */
  List<UUID> undoReports() {
    return undoReports == null ? List.of() : List.of(undoReports);
  }

  /** Records a change that cannot be undone with one press. */
  void changed(Instant at) {
    changedAt = at;
    version++;
    undo = null;
    undoDossier = null;
    undoReports = null;
  }

  /** Records a change that can be undone as long as it is the last one. */
  void changed(Instant at, Undo act, @Nullable UUID other, Collection<UUID> reports) {
    changed(at);
    undo = act;
    undoDossier = other;
    undoReports = reports.toArray(UUID[]::new);
  }

  AssociatedData titleAssociatedData() {
    return AssociatedData.of("dossier-title", id, municipality);
  }

  /**
   * @param position position among the notes of the dossier, counted from 1
   */
  AssociatedData noteAssociatedData(UUID note, int position) {
    return AssociatedData.of("dossier-note", id, municipality, note, position);
  }
}
