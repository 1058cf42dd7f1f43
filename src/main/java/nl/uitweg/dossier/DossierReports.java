package nl.uitweg.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.report.Report;

/**
 * Says which reports a dossier has, adds and removes them, merges and splits dossiers, and undoes
 * the last of these acts. A report is in one dossier at most, and in one of its own municipality.
 * Every change is recorded in the audit trail. Callers must have started a transaction, and must
 * have locked the dossiers that they change.
 */
@ApplicationScoped
public class DossierReports {

  private final DossierStore dossiers;
  private final DossierReportStore store;
  private final AuditTrail audit;
  private final Clock clock;

  DossierReports(DossierStore dossiers, DossierReportStore store, AuditTrail audit, Clock clock) {
    this.dossiers = dossiers;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ids of the reports of a dossier, last received first. */
  public List<UUID> of(Dossier dossier) {
    return store.of(dossier.id);
  }

  /** Id of the dossier of a report. */
  public Optional<UUID> dossierOf(UUID report) {
    return store.dossierOf(report);
  }

  /** Id of the dossier of each report, by report id; reports without a dossier are left out. */
  public Map<UUID, UUID> dossiersOf(Collection<UUID> reports) {
    return store.dossiersOf(reports);
  }

  /** Number of reports of each dossier, by its id; dossiers without reports are left out. */
  public Map<UUID, Long> counts(Collection<UUID> ids) {
    return store.counts(ids);
  }

  /**
   * When an officer last acted on one of the reports of each dossier, by its id; dossiers without
   * such an act are left out.
   */
  public Map<UUID, Instant> lastActs(Collection<UUID> ids) {
    return store.lastActs(ids);
  }

  /** Id of the dossier that the last act on a dossier merged or made, if it can be undone. */
  public Optional<UUID> movedWith(UUID dossier) {
    return store.undoDossier(dossier);
  }

  /** Whether a report can be in a dossier: a municipality has taken it. */
  public static boolean canBeAdded(Report report) {
    return report.municipality().isPresent();
  }

  /**
   * Adds a report.
   *
   * @return false when it belongs to another municipality or is in a dossier already; then nothing
   *     is changed
   */
  public boolean add(Dossier dossier, Report report, String officer) {
    if (!report.municipality().equals(Optional.of(dossier.municipality))
        || !store.add(dossier.id, report.id(), officer, now())) {
      return false;
    }
    dossier.changed(now(), Dossier.Undo.ADD, null, List.of(report.id()));
    recordMove(AuditAction.DOSSIER_ADD, dossier, report.id(), officer);
    return true;
  }

  /**
   * Removes a report.
   *
   * @return false when it was not in the dossier; then nothing is changed
   */
  public boolean remove(Dossier dossier, UUID report, String officer) {
    if (!store.remove(dossier.id, report)) {
      return false;
    }
    dossier.changed(now(), Dossier.Undo.REMOVE, null, List.of(report));
    recordMove(AuditAction.DOSSIER_REMOVE, dossier, report, officer);
    return true;
  }

  /**
   * Moves all reports to another dossier of the same municipality, which from then on shows the
   * notes of this one too.
   */
  public void merge(Dossier from, Dossier into, String officer) {
    if (from.id.equals(into.id)
        || !from.municipality.equals(into.municipality)
        || from.mergedInto != null
        || into.mergedInto != null) {
      throw new IllegalArgumentException("These dossiers cannot be merged");
    }
    List<UUID> moved = store.of(from.id);
    store.move(from.id, into.id, moved);
    from.mergedInto = into.id;
    from.changed(now());
    into.changed(now(), Dossier.Undo.MERGE, from.id, moved);
    record(AuditAction.DOSSIER_MERGE, from, AuditObject.dossier(into.id), officer);
    record(AuditAction.DOSSIER_MERGE, into, AuditObject.dossier(from.id), officer);
  }

  /** Moves these reports to a dossier that was made for them in this transaction. */
  public void split(Dossier from, Dossier made, Collection<UUID> reports, String officer) {
    store.move(from.id, made.id, reports);
    from.changed(now(), Dossier.Undo.SPLIT, made.id, reports);
    record(AuditAction.DOSSIER_SPLIT, from, AuditObject.dossier(made.id), officer);
    record(AuditAction.DOSSIER_SPLIT, made, AuditObject.dossier(from.id), officer);
  }

  /**
   * Undoes the last act on a dossier.
   *
   * @return false when it cannot be undone any more; then nothing is changed
   */
  public boolean undo(Dossier dossier, List<String> municipalities, String officer) {
    Optional<Dossier> other =
        dossier.undoDossier().flatMap(id -> dossiers.findForUpdate(id, municipalities));
    List<UUID> reports = dossier.undoReports();
    Optional<Dossier.Undo> act = dossier.undo();
    boolean undone =
        act.map(
                undo ->
                    switch (undo) {
                      case ADD -> takeOut(dossier, reports, officer);
                      case REMOVE -> putBack(dossier, reports, officer);
                      case MERGE ->
                          other.map(from -> separate(from, dossier, reports)).orElse(false);
                      case SPLIT ->
                          other.map(made -> reunite(made, dossier, reports)).orElse(false);
                    })
            .orElse(false);
    if (undone) {
      dossier.changed(now());
      String undoneAct = act.map(undo -> undo.name().toLowerCase(Locale.ROOT)).orElse("");
      recordUndo(dossier, undoneAct, officer);
      other.ifPresent(second -> recordUndo(second, undoneAct, officer));
    }
    return undone;
  }

  private void recordUndo(Dossier dossier, String act, String officer) {
    AuditObject object = AuditObject.dossier(dossier.id);
    audit.add(AuditEntry.done(officer, AuditAction.DOSSIER_UNDO, object, act));
  }

  private boolean takeOut(Dossier dossier, List<UUID> reports, String officer) {
    for (UUID report : reports) {
      if (!store.remove(dossier.id, report)) {
        return false;
      }
      recordOnReport(AuditAction.DOSSIER_REMOVE, dossier, report, officer);
    }
    return true;
  }

  /** False when a report is in another dossier by now, or was purged. */
  private boolean putBack(Dossier dossier, List<UUID> reports, String officer) {
    for (UUID report : reports) {
      if (!store.add(dossier.id, report, officer, now())) {
        return false;
      }
      recordOnReport(AuditAction.DOSSIER_ADD, dossier, report, officer);
    }
    return true;
  }

  private boolean separate(Dossier from, Dossier into, List<UUID> reports) {
    store.move(into.id, from.id, reports);
    from.mergedInto = null;
    from.changed(now());
    return true;
  }

  /** False when something happened in the dossier that was made. */
  private boolean reunite(Dossier made, Dossier from, List<UUID> reports) {
    if (made.version != 0) {
      return false;
    }
    store.move(made.id, from.id, reports);
    dossiers.remove(made);
    return true;
  }

  private Instant now() {
    return clock.instant();
  }

  private void recordMove(AuditAction action, Dossier dossier, UUID report, String officer) {
    record(action, dossier, AuditObject.report(report), officer);
    recordOnReport(action, dossier, report, officer);
  }

  private void record(AuditAction action, Dossier dossier, AuditObject other, String officer) {
    audit.add(AuditEntry.done(officer, action, AuditObject.dossier(dossier.id), other.name()));
  }

  /** So that the history of the report tells it too. */
  private void recordOnReport(AuditAction action, Dossier dossier, UUID report, String officer) {
    audit.add(
        AuditEntry.done(
            officer, action, AuditObject.report(report), AuditObject.dossier(dossier.id).name()));
  }
}
