package nl.uitweg.desk.casefile;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.Officer;
import nl.uitweg.desk.RefusalTrail;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import org.jspecify.annotations.Nullable;

/** The page of one report, as every action on it answers; reading it is an event in the audit. */
@Singleton
class CaseFilePages {

  /** Events that record what was sealed; what officers did is an event beside them. */
  private static final Set<String> RECORDS = Set.of(AuditTrail.RECEIVED, AuditTrail.NOTES_SEALED);

  private static final int OK = 200;
  static final int CONFLICT = 409;
  static final int UNPROCESSABLE = 422;

  private final Desks desks;
  private final CaseFiles files;
  private final Conversations conversations;
  private final Conflicts conflicts;
  private final AuditTrail audit;
  private final RefusalTrail refusals;
  private final Clock clock;

  CaseFilePages(
      Desks desks,
      CaseFiles files,
      Conversations conversations,
      Conflicts conflicts,
      AuditTrail audit,
      RefusalTrail refusals,
      Clock clock) {
    this.desks = desks;
    this.files = files;
    this.conversations = conversations;
    this.conflicts = conflicts;
    this.audit = audit;
    this.refusals = refusals;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance casefile(
        Desk desk,
        CaseFiles.View file,
        List<TimelineEvent> events,
        Problem problem,
        String seen,
        String note,
        Conversations.ReplyForm reply);
  }

  /**
   * One request about one report.
   *
   * @param report which the officer may see, in the caller's transaction
   */
  record CaseFileRequest(Report report, Officer officer, HttpServerRequest request) {}

  Response read(CaseFileRequest caseFile) {
    return show(OK, caseFile, Problem.NONE, CaseFileInput.NOTHING, Optional.empty());
  }

  /** With who reported it. */
  Response withContact(CaseFileRequest caseFile, IdentityAccess.Grant grant) {
    return show(OK, caseFile, Problem.NONE, CaseFileInput.NOTHING, Optional.of(grant));
  }

  /**
   * Says and records that an action was refused, before anything was changed.
   *
   * @param action as in the audit
   * @param key of the text that says why it was not done
   */
  Response refuse(
      int status, CaseFileRequest caseFile, String action, String key, CaseFileInput typed) {
    return refuse(status, caseFile, action, problem(key, caseFile), typed);
  }

  Response refuse(
      int status, CaseFileRequest caseFile, String action, Problem problem, CaseFileInput typed) {
    refusals.add(entry(caseFile, action, "refused", ""));
    return show(status, caseFile, problem, typed, Optional.empty());
  }

  /** As {@link #refuse}; what was changed until then is undone. */
  Response undo(CaseFileRequest caseFile, String action, String key, CaseFileInput typed) {
    refusals.undo(entry(caseFile, action, "refused", ""));
    return show(CONFLICT, caseFile, problem(key, caseFile), typed, Optional.empty());
  }

  /** Says that something was refused, which {@link IdentityAccess} has recorded. */
  Response sayRefused(int status, CaseFileRequest caseFile, Problem problem) {
    return show(status, caseFile, problem, CaseFileInput.NOTHING, Optional.empty());
  }

  Problem problem(String key, CaseFileRequest caseFile) {
    return Problem.of(key, desks.texts(caseFile.request()));
  }

  /** What others did since the officer saw it, if anything. */
  Optional<Problem> conflict(@Nullable String seen, CaseFileRequest caseFile) {
    return conflicts.since(
        seen, caseFile.report(), caseFile.officer(), desks.texts(caseFile.request()));
  }

  Response back(CaseFileRequest caseFile, String action) {
    return back(caseFile, action, "");
  }

  /** It was done: recorded, and back to the report. */
  Response back(CaseFileRequest caseFile, String action, String reason) {
    audit.add(entry(caseFile, action, "done", reason));
    return Response.seeOther(URI.create("/backoffice/reports/" + caseFile.report().id())).build();
  }

  private static AuditTrail.Entry entry(
      CaseFileRequest caseFile, String action, String result, String reason) {
    return new AuditTrail.Entry(
        caseFile.officer().name(), action, "report/" + caseFile.report().id(), result, reason);
  }

  /** However the page came: an answer to a form shows the whole report too. */
  private void recordReading(int status, CaseFileRequest caseFile, CaseFiles.View view) {
    List<AuditTrail.Entry> entries = new ArrayList<>();
    entries.add(entry(caseFile, "read", view.opens() ? "done" : "does-not-open", ""));
    view.broken().forEach(part -> entries.add(entry(caseFile, "read-part", "does-not-open", part)));
    entries.forEach(status == OK ? audit::add : refusals::add);
  }

  private Response show(
      int status,
      CaseFileRequest caseFile,
      Problem problem,
      CaseFileInput typed,
      Optional<IdentityAccess.Grant> grant) {
    Report report = caseFile.report();
    Desk desk = desks.of(caseFile.request(), caseFile.officer(), "desk.case-title");
    CaseFiles.View view = files.view(report, caseFile.officer(), grant, desk);
    if (caseFile.request().method().equals(HttpMethod.GET)) {
      Handling.of(report).ifPresent(handling -> handling.read(clock.instant()));
    }
    recordReading(status, caseFile, view);
    String object = "report/" + report.id();
    List<AuditEvent> events = AuditEvent.about(object);
    long last = events.isEmpty() ? 0 : events.get(events.size() - 1).position();
    Stream<TimelineEvent> before =
        events.stream()
            .filter(event -> !RECORDS.contains(event.action()))
            .map(event -> TimelineEvent.of(event, desk.texts()));
    Stream<TimelineEvent> now =
        audit.unwritten(object).stream()
            .map(entry -> TimelineEvent.of(entry, clock.instant(), desk.texts()));
    return Response.status(status)
        .entity(
            Templates.casefile(
                    desk,
                    view,
                    Stream.concat(before, now).toList(),
                    problem,
                    CaseFileVersion.now(report, last).toString(),
                    typed.note(),
                    conversations.form(view.replyLanguages(), typed, desk.texts()))
                .render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}
