package nl.uitweg.desk.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.desk.timeline.Timelines;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.Dossiers;
import nl.uitweg.platform.http.HtmlResponse;

/**
 * Builds the page of one dossier. Showing it is recorded in the audit trail; the reports on it are
 * not marked as read.
 */
@Singleton
class DossierPages {

  private static final int OK = 200;

  private final DeskFactory deskFactory;
  private final Dossiers dossiers;
  private final DossierContents contents;
  private final DossierViews views;
  private final DossierConflict conflict;
  private final Timelines timelines;
  private final AuditTrail audit;
  private final AuditSearch auditSearch;
  private final RefusalTrail refusals;

  DossierPages(
      DeskFactory deskFactory,
      Dossiers dossiers,
      DossierContents contents,
      DossierViews views,
      DossierConflict conflict,
      Timelines timelines,
      AuditTrail audit,
      AuditSearch auditSearch,
      RefusalTrail refusals) {
    this.deskFactory = deskFactory;
    this.dossiers = dossiers;
    this.contents = contents;
    this.views = views;
    this.conflict = conflict;
    this.timelines = timelines;
    this.audit = audit;
    this.auditSearch = auditSearch;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk/dossier")
  static class Templates {
    static native TemplateInstance dossier(
        Desk desk,
        DossierView dossier,
        DossierInput input,
        Problem problem,
        Timelines.View timeline);
  }

  /**
   * One request about one dossier.
   *
   * @param dossier a dossier that the officer may see, loaded in the caller's transaction
   */
  record DossierRequest(Dossier dossier, Officer officer, HttpServerRequest request) {

    AuditObject object() {
      return AuditObject.dossier(dossier.id());
    }
  }

  /**
   * Why an act was refused.
   *
   * @param text empty when there is no problem
   * @param details what was done in the meantime, one per line
   */
  record Problem(String text, List<String> details) {

    static final Problem NONE = new Problem("", List.of());
  }

  Response read(DossierRequest opened, DossierInput input) {
    return show(OK, opened, Problem.NONE, input);
  }

  /** Shows and records that an act was refused. The caller must not have changed anything. */
  Response refuse(
      int status, DossierRequest opened, AuditAction action, Problem problem, DossierInput input) {
    refusals.add(refused(opened, action));
    return show(status, opened, problem, input);
  }

  /** As {@link #refuse}, and rolls back what the request has changed. */
  Response rollBack(
      int status, DossierRequest opened, AuditAction action, Problem problem, DossierInput input) {
    refusals.addAndRollBack(refused(opened, action));
    return show(status, opened, problem, input);
  }

  private static AuditEntry refused(DossierRequest opened, AuditAction action) {
    return AuditEntry.refused(opened.officer().name(), action, opened.object());
  }

  private Response show(int status, DossierRequest opened, Problem problem, DossierInput input) {
    Dossier dossier = opened.dossier();
    Officer officer = opened.officer();
    Desk untitled = deskFactory.create(opened.request(), officer, "dossier.page-title");
    Desk desk =
        untitled.withTitle(untitled.texts().get("dossier.page-title", dossier.number().toString()));
    List<DossierContents.Item> items = contents.of(dossier, officer);
    DossierView view =
        views.view(dossier, items, conflict.seen(dossier), input, officer, desk.texts());
    recordReading(status, opened, view);
    return HtmlResponse.of(
        status, Templates.dossier(desk, view, input, problem, timeline(opened, items, desk)));
  }

  private Timelines.View timeline(
      DossierRequest opened, List<DossierContents.Item> items, Desk desk) {
    return timelines.ofDossier(
        events(opened.dossier()),
        audit.pending(opened.object()),
        contents.histories(items, opened.officer()),
        DossierContents.names(items, desk.texts()),
        opened.officer().name(),
        desk.texts());
  }

  /** The events about the dossier and those that were merged into it, oldest first. */
  private List<AuditEvent> events(Dossier dossier) {
    List<AuditEvent> events = new ArrayList<>(auditSearch.about(AuditObject.dossier(dossier.id())));
    dossiers
        .mergedInto(dossier)
        .forEach(merged -> events.addAll(auditSearch.about(AuditObject.dossier(merged.id()))));
    events.sort(Comparator.comparing(AuditEvent::position));
    return events;
  }

  /** A response to a form also shows the whole dossier, so it counts as a reading too. */
  private void recordReading(int status, DossierRequest opened, DossierView view) {
    boolean readable =
        dossiers.title(opened.dossier()).readable()
            && view.notes().stream().allMatch(DossierView.Note::readable);
    String actor = opened.officer().name();
    AuditEntry entry =
        readable
            ? AuditEntry.done(actor, AuditAction.DOSSIER_READ, opened.object())
            : AuditEntry.undecryptable(actor, AuditAction.DOSSIER_READ, opened.object());
    if (status == OK) {
      audit.add(entry);
    } else {
      refusals.add(entry);
    }
  }

  /** What was done since the officer opened the page; empty when nothing was. */
  Optional<Problem> conflict(String seen, DossierRequest opened) {
    return conflict
        .findSince(seen, opened.dossier(), opened.officer(), deskFactory.texts(opened.request()))
        .map(changes -> new Problem(text(opened, "dossier.conflict"), changes));
  }

  Problem problem(DossierRequest opened, String key) {
    return new Problem(text(opened, key), List.of());
  }

  private String text(DossierRequest opened, String key) {
    return deskFactory.texts(opened.request()).get(key);
  }
}
