package nl.uitweg.desk.lookalike;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.StateChangeNotAllowedException;
import nl.uitweg.report.content.Transitions;
import org.jspecify.annotations.Nullable;

/**
 * Shows reports that look alike, marks those that the officer ticked as spam in one action, and
 * undoes that action.
 */
@Path("backoffice/lookalikes")
@RolesAllowed(Officer.OFFICER)
class LookAlikeResource {

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final Reports reports;
  private final LookAlikes lookAlikes;
  private final LookAlikeViews views;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  LookAlikeResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      Reports reports,
      LookAlikes lookAlikes,
      LookAlikeViews views,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.reports = reports;
    this.lookAlikes = lookAlikes;
    this.views = views;
    this.audit = audit;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk/lookalike")
  static class Templates {
    static native TemplateInstance lookalikes(
        Desk desk, LookAlikeViews.View view, String unreadableText);

    static native TemplateInstance marked(Desk desk, Marked marked);
  }

  /**
   * The result of marking reports, or of undoing that.
   *
   * @param ids of the reports that were changed, separated by spaces
   * @param leftOut number of reports that stayed as they were, because no municipality has taken
   *     them and the officer, who has several, chose none
   * @param undone whether the reports are new again, instead of spam
   */
  record Marked(int count, String ids, int leftOut, boolean undone) {}

  /** What happened to one report. */
  private enum Change {
    DONE,
    REFUSED,
    /** No municipality has taken it, and the officer, who has several, chose none. */
    LEFT_OUT
  }

  /**
   * @param like id of the report to which the others must be similar; without it, the page shows
   *     new reports that a machine may have sent
   * @param same which reports are ticked that are the same as that report; see {@link
   *     LookAlikeViews.Ticks}
   * @param other which of the others are ticked
   */
  @GET
  @DeskAction(records = AuditAction.LOOK_ALIKES)
  public Response find(
      @QueryParam("like") @Nullable String like,
      @QueryParam("same") @DefaultValue("PROPOSED") LookAlikeViews.Ticks same,
      @QueryParam("other") @DefaultValue("PROPOSED") LookAlikeViews.Ticks other,
      HttpServerRequest request) {
    Officer officer = current.get();
    Desk desk = deskFactory.create(request, officer, "desk.lookalikes-title");
    List<Candidate> candidates = List.of();
    AuditResult result = AuditResult.DONE;
    String unreadableText = "";
    try {
      candidates =
          like == null
              ? lookAlikes.suspected(officer)
              : lookAlikes.similarTo(findVisible(like, officer), officer);
    } catch (UnsealException | IllegalStateException e) {
      result = AuditResult.UNDECRYPTABLE;
      unreadableText = desk.texts().get(ReportTexts.unreadableKey(e));
    }
    AuditObject object =
        like == null
            ? AuditObject.DOUBTED_REPORTS
            : AuditObject.report(ReportInAddress.parseId(like));
    audit.add(new AuditEntry(officer.name(), AuditAction.LOOK_ALIKES, object, result, ""));
    var choices = new LookAlikeViews.Choices(like == null ? "" : like, same, other);
    return HtmlResponse.ok(
        Templates.lookalikes(desk, views.view(candidates, choices, desk), unreadableText));
  }

  private Report findVisible(String id, Officer officer) {
    return ReportInAddress.tryParseId(id)
        .flatMap(uuid -> reports.findVisible(uuid, officer.municipalities()))
        .orElseThrow(NotFoundException::new);
  }

  /**
   * Marks reports. Form field {@code to} is the key of {@link ReportState#SPAM}, or of {@link
   * ReportState#NEW} to undo it; {@code fake} are the reports that the officer ticked, {@code ids}
   * those of the action that is undone. Reports that no municipality has taken are taken for {@code
   * municipality}, or for the only municipality of the officer.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.LOOK_ALIKES, AuditAction.STATE, AuditAction.TAKE})
  public Response mark(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    boolean undo = ReportState.NEW.key().equals(form.getFirst("to"));
    List<String> done = new ArrayList<>();
    Optional<String> takeFor = takeFor(form.getFirst("municipality"), officer);
    int leftOut = 0;
    for (String id : chosenIds(form)) {
      Change change = change(id, undo ? ReportState.NEW : ReportState.SPAM, takeFor, officer);
      leftOut += change == Change.LEFT_OUT ? 1 : 0;
      if (change == Change.DONE) {
        done.add(id);
      }
    }
    audit.add(
        AuditEntry.done(
            officer.name(),
            AuditAction.LOOK_ALIKES,
            AuditObject.DOUBTED_REPORTS,
            String.valueOf(done.size())));
    Desk desk = deskFactory.create(request, officer, "desk.lookalikes-title");
    return HtmlResponse.ok(
        Templates.marked(desk, new Marked(done.size(), String.join(" ", done), leftOut, undo)));
  }

  private static Set<String> chosenIds(MultivaluedMap<String, String> form) {
    Set<String> ids = new LinkedHashSet<>(form.getOrDefault("fake", List.of()));
    ids.addAll(List.of(Optional.ofNullable(form.getFirst("ids")).orElse("").split(" ", -1)));
    return ids;
  }

  private static Optional<String> takeFor(@Nullable String chosen, Officer officer) {
    return officer.municipalities().size() == 1
        ? Optional.of(officer.municipalities().get(0))
        : Optional.ofNullable(chosen).filter(officer.municipalities()::contains);
  }

  private Change change(String id, ReportState to, Optional<String> takeFor, Officer officer) {
    Optional<UUID> reportId = ReportInAddress.tryParseId(id);
    Optional<Report> found =
        reportId.flatMap(uuid -> reports.findForUpdateUnlessLocked(uuid, officer.municipalities()));
    if (found.isEmpty()) {
      reportId.ifPresent(uuid -> refuse(uuid, to, officer));
      return Change.REFUSED;
    }
    Report report = found.get();
    boolean allowed = Transitions.allowed(report.state(), to, Transitions.Actor.OFFICER);
    if (allowed && report.municipality().isEmpty() && takeFor.isEmpty()) {
      return Change.LEFT_OUT;
    }
    try {
      changeState(report, to, takeFor, officer);
    } catch (StateChangeNotAllowedException refused) {
      refuse(report.id(), to, officer);
      return Change.REFUSED;
    }
    audit.add(
        AuditEntry.done(
            officer.name(), AuditAction.STATE, AuditObject.report(report.id()), to.key()));
    return Change.DONE;
  }

  /** Changes the state; takes a report that no municipality has taken. */
  private void changeState(
      Report report, ReportState to, Optional<String> takeFor, Officer officer) {
    if (report.municipality().isPresent() || takeFor.isEmpty()) {
      reports.changeState(report, to);
      return;
    }
    String municipality = takeFor.get();
    reports.takeAndChangeState(report, municipality, to);
    audit.add(
        AuditEntry.done(
            officer.name(), AuditAction.TAKE, AuditObject.report(report.id()), municipality));
  }

  private void refuse(UUID report, ReportState to, Officer officer) {
    refusals.add(
        new AuditEntry(
            officer.name(),
            AuditAction.STATE,
            AuditObject.report(report),
            AuditResult.REFUSED,
            to.key()));
  }
}
