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
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.Officer;
import nl.uitweg.desk.RefusalTrail;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Signal;
import org.jspecify.annotations.Nullable;

/** The page of one report, as every action on it answers; reading it is an event in the audit. */
@Singleton
class CaseFilePages {

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

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance casefile(
        Desk desk,
        CaseFiles.View file,
        List<CaseFiles.EventView> events,
        Problem problem,
        String seen,
        String note,
        Conversations.ReplyForm reply);
  }

  /**
   * One request about one report.
   *
   * @param signal which the officer may see, in the caller's transaction
   */
  record Asked(Signal signal, Officer officer, HttpServerRequest request) {}

  Response read(Asked asked) {
    return show(OK, asked, Problem.NONE, Typed.NOTHING, Optional.empty());
  }

  /** With who reported it. */
  Response withContact(Asked asked, IdentityAccess.Grant grant) {
    return show(OK, asked, Problem.NONE, Typed.NOTHING, Optional.of(grant));
  }

  /**
   * @param key of the text that says why it was not done
   */
  Response refuse(int status, Asked asked, String key, Typed typed) {
    return refuse(status, asked, Problem.of(key, desks.texts(asked.request())), typed);
  }

  Response refuse(int status, Asked asked, Problem problem, Typed typed) {
    return show(status, asked, problem, typed, Optional.empty());
  }

  /** What others did since the officer saw it, if anything. */
  Optional<Problem> conflict(@Nullable String seen, Asked asked) {
    return conflicts.since(seen, asked.signal(), asked.officer(), desks.texts(asked.request()));
  }

  Response back(Asked asked, String action) {
    return back(asked, action, "");
  }

  /** It was done: recorded, and back to the report. */
  Response back(Asked asked, String action, String reason) {
    record(asked, action, "done", reason);
    return Response.seeOther(URI.create("/backoffice/reports/" + asked.signal().id())).build();
  }

  void record(Asked asked, String action, String result, String reason) {
    audit.add(entry(asked, action, result, reason));
  }

  /** It was refused, before anything was changed. */
  void refused(Asked asked, String action) {
    refusals.add(entry(asked, action, "refused", ""));
  }

  /** It was refused, and what was changed until then is undone. */
  void undone(Asked asked, String action) {
    refusals.undo(entry(asked, action, "refused", ""));
  }

  private static AuditTrail.Entry entry(Asked asked, String action, String result, String reason) {
    return new AuditTrail.Entry(
        asked.officer().name(), action, "signal/" + asked.signal().id(), result, reason);
  }

  /** However the page came: an answer to a form shows the whole report too. */
  private void recordReading(int status, Asked asked, CaseFiles.View view) {
    List<AuditTrail.Entry> entries = new ArrayList<>();
    entries.add(entry(asked, "read", view.opens() ? "done" : "does-not-open", ""));
    view.broken().forEach(part -> entries.add(entry(asked, "read-part", "does-not-open", part)));
    entries.forEach(status == OK ? audit::add : refusals::add);
  }

  private Response show(
      int status, Asked asked, Problem problem, Typed typed, Optional<IdentityAccess.Grant> grant) {
    Signal signal = asked.signal();
    Desk desk = desks.of(asked.request(), asked.officer(), "backoffice.case-title");
    CaseFiles.View view = files.view(signal, asked.officer(), grant, desk);
    if (asked.request().method().equals(HttpMethod.GET)) {
      Handling.of(signal).ifPresent(handling -> handling.read(clock.instant()));
    }
    recordReading(status, asked, view);
    List<AuditEvent> events = AuditEvent.about("signal/" + signal.id());
    long last = events.isEmpty() ? 0 : events.get(events.size() - 1).position();
    return Response.status(status)
        .entity(
            Templates.casefile(
                    desk,
                    view,
                    events.stream()
                        .filter(event -> !event.action().equals(AuditTrail.RECEIVED))
                        .map(event -> CaseFiles.event(event, desk.texts()))
                        .toList(),
                    problem,
                    Seen.now(signal, last).toString(),
                    typed.note(),
                    conversations.form(view.replyLanguages(), typed, desk.texts()))
                .render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}
