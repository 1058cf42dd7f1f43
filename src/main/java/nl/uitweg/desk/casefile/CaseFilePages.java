package nl.uitweg.desk.casefile;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.casefile.view.CaseFileInput;
import nl.uitweg.desk.casefile.view.CaseFileView;
import nl.uitweg.desk.casefile.view.CaseFileViews;
import nl.uitweg.desk.casefile.view.ConversationViews;
import nl.uitweg.desk.casefile.view.ReadReport;
import nl.uitweg.desk.casefile.view.TranslationInput;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.desk.timeline.History;
import nl.uitweg.desk.timeline.Timelines;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Builds the responses of the case file: the page of one report, and the redirect after an action
 * on it. Showing the page is recorded in the audit trail as reading the report.
 */
@Singleton
class CaseFilePages {

  private static final int OK = 200;
  static final int CONFLICT = 409;
  static final int UNPROCESSABLE = 422;

  private final DeskFactory deskFactory;
  private final CaseFileViews caseFiles;
  private final ConversationViews conversationViews;
  private final ConflictDetector conflictDetector;
  private final AuditTrail audit;
  private final AuditSearch auditSearch;
  private final RefusalTrail refusals;
  private final Timelines timelines;

  CaseFilePages(
      DeskFactory deskFactory,
      CaseFileViews caseFiles,
      ConversationViews conversationViews,
      ConflictDetector conflictDetector,
      AuditTrail audit,
      AuditSearch auditSearch,
      RefusalTrail refusals,
      Timelines timelines) {
    this.deskFactory = deskFactory;
    this.caseFiles = caseFiles;
    this.conversationViews = conversationViews;
    this.conflictDetector = conflictDetector;
    this.audit = audit;
    this.auditSearch = auditSearch;
    this.refusals = refusals;
    this.timelines = timelines;
  }

  @CheckedTemplate(basePath = "desk/casefile")
  static class Templates {
    static native TemplateInstance casefile(
        Desk desk, CaseFileView caseFile, Forms forms, Problem problem, Timelines.View timeline);
  }

  /**
   * What the forms of the page have in common, and the input that they show again.
   *
   * @param path address of the report
   * @param back address of the list from which the officer came
   * @param seen version of the case file that the page shows, see {@link CaseFileVersion}
   * @param translation the translation that was refused; empty when none was
   */
  record Forms(
      String path,
      String back,
      String seen,
      String note,
      TranslationInput translation,
      ConversationViews.ReplyForm reply) {

    /** The text in the form for a translation. */
    public String translation(CaseFileView.Translation kept) {
      return wasRefused(kept) ? translation.text() : kept.text();
    }

    /** Whether this is the translation that was refused, so that its form is unfolded. */
    public boolean wasRefused(CaseFileView.Translation kept) {
      return translation.part().equals(kept.part());
    }

    public int maxTranslationLength() {
      return TranslationInput.MAX_LENGTH;
    }
  }

  /**
   * One request about one report.
   *
   * @param report a report that the officer may see, loaded in the caller's transaction
   */
  record CaseFileRequest(Report report, Officer officer, HttpServerRequest request) {

    AuditObject object() {
      return AuditObject.report(report.id());
    }
  }

  Response read(CaseFileRequest caseFile) {
    return show(OK, caseFile, Problem.NONE, CaseFileInput.EMPTY, Optional.empty());
  }

  /** Shows the report with the identity and contact details of the reporter. */
  Response withContact(CaseFileRequest caseFile, IdentityAccess.Grant grant) {
    return show(OK, caseFile, Problem.NONE, CaseFileInput.EMPTY, Optional.of(grant));
  }

  /**
   * Shows and records that an action was refused. The caller must not have changed anything.
   *
   * @param action the refused action
   * @param key key of the text that says why the action was refused
   */
  Response refuse(
      int status, CaseFileRequest caseFile, AuditAction action, String key, CaseFileInput input) {
    return refuse(status, caseFile, action, problem(key, caseFile), input);
  }

  Response refuse(
      int status,
      CaseFileRequest caseFile,
      AuditAction action,
      Problem problem,
      CaseFileInput input) {
    refusals.add(refused(caseFile, action));
    return show(status, caseFile, problem, input, Optional.empty());
  }

  /** As {@link #refuse}, and rolls back what the request has changed. */
  Response rollBack(CaseFileRequest caseFile, AuditAction action, String key, CaseFileInput input) {
    refusals.addAndRollBack(refused(caseFile, action));
    return show(CONFLICT, caseFile, problem(key, caseFile), input, Optional.empty());
  }

  /** Shows a refusal that {@link IdentityAccess} has already recorded. */
  Response showRefused(int status, CaseFileRequest caseFile, Problem problem) {
    return show(status, caseFile, problem, CaseFileInput.EMPTY, Optional.empty());
  }

  Problem problem(String key, CaseFileRequest caseFile) {
    return Problem.of(key, deskFactory.texts(caseFile.request()));
  }

  /**
   * The changes that others made since the officer opened the case file; empty when there are none.
   */
  Optional<Problem> conflict(@Nullable String seenVersion, CaseFileRequest caseFile) {
    return conflictDetector.findSince(
        seenVersion, caseFile.report(), caseFile.officer(), deskFactory.texts(caseFile.request()));
  }

  /** Records that an action was done, with a detail of it, and redirects to the report. */
  Response recordAndRedirect(CaseFileRequest caseFile, AuditAction action, String reason) {
    record(caseFile, action, reason);
    return redirect(caseFile);
  }

  /** Records that an action was done, with a detail of it. */
  void record(CaseFileRequest caseFile, AuditAction action, String reason) {
    audit.add(AuditEntry.done(caseFile.officer().name(), action, caseFile.object(), reason));
  }

  Response redirect(CaseFileRequest caseFile) {
    String list = ReturnAddress.query(caseFile.request());
    return Response.seeOther(URI.create(path(caseFile.report()) + list)).build();
  }

  private static AuditEntry refused(CaseFileRequest caseFile, AuditAction action) {
    return AuditEntry.refused(caseFile.officer().name(), action, caseFile.object());
  }

  /**
   * Records the reading of the report. A response to a form also shows the whole report, so it
   * counts as a reading too.
   */
  private void recordReading(int status, CaseFileRequest caseFile, ReadReport read) {
    String actor = caseFile.officer().name();
    AuditObject object = caseFile.object();
    List<AuditEntry> entries = new ArrayList<>();
    entries.add(
        read.readable()
            ? AuditEntry.done(actor, AuditAction.READ, object)
            : AuditEntry.undecryptable(actor, AuditAction.READ, object));
    read.unreadableParts().stream()
        .map(
            part ->
                new AuditEntry(
                    actor, AuditAction.READ_PART, object, AuditResult.UNDECRYPTABLE, part))
        .forEach(entries::add);
    entries.forEach(status == OK ? audit::add : refusals::add);
  }

  private Response show(
      int status,
      CaseFileRequest caseFile,
      Problem problem,
      CaseFileInput input,
      Optional<IdentityAccess.Grant> grant) {
    Report report = caseFile.report();
    Desk untitled = deskFactory.create(caseFile.request(), caseFile.officer(), "desk.case-title");
    ReadReport read = caseFiles.read(report, caseFile.officer(), grant, untitled);
    Desk desk = titled(untitled, read.number());
    if (caseFile.request().method().equals(HttpMethod.GET)) {
      caseFiles.markRead(report);
    }
    recordReading(status, caseFile, read);
    List<AuditEvent> events = auditSearch.about(caseFile.object());
    long lastPosition = events.isEmpty() ? 0 : events.get(events.size() - 1).position();
    Forms forms =
        new Forms(
            path(report),
            ReturnAddress.of(caseFile.request()),
            conflictDetector.version(report, lastPosition).toString(),
            input.note(),
            input.translation(),
            conversationViews.form(read.replyLanguages(), input, desk.texts()));
    return HtmlResponse.of(
        status,
        Templates.casefile(
            desk,
            read.view(),
            forms,
            problem,
            timelines.ofReport(
                new History(
                    read.number(),
                    events,
                    audit.pending(caseFile.object()),
                    read.receivedAt(),
                    read.answeredAt(),
                    report.withdrawn()),
                caseFile.officer().name(),
                desk.texts())));
  }

  private static Desk titled(Desk desk, String number) {
    return number.isEmpty() ? desk : desk.withTitle(desk.texts().get("actions.title", number));
  }

  private static String path(Report report) {
    return "/backoffice/reports/" + report.id();
  }
}
