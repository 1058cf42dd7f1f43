package nl.uitweg.desk.lookalike;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskAction;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.RefusalTrail;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.StateChangeNotAllowedException;
import org.jspecify.annotations.Nullable;

/**
 * Shows reports that look alike, marks those that the officer selects as spam in one action, and
 * undoes it.
 */
@Path("backoffice/lookalikes")
@RolesAllowed(Officer.OFFICER)
class LookAlikeResource {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final Reports reports;
  private final LookAlikes lookAlikes;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  LookAlikeResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      Reports reports,
      LookAlikes lookAlikes,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.reports = reports;
    this.lookAlikes = lookAlikes;
    this.audit = audit;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance lookalikes(
        Desk desk, List<Row> rows, String ids, String unreadableText);

    static native TemplateInstance marked(Desk desk, int count, String ids, boolean undone);
  }

  /**
   * A report in the list.
   *
   * @param summary the beginning of the report; to read the whole report an officer opens it, which
   *     is recorded
   * @param doubt text that says why the system doubts that a person sent it
   * @param keptByDefault whether the page preselects the report to be kept
   */
  record Row(
      String id,
      String href,
      String summary,
      String language,
      String doubt,
      boolean keptByDefault) {}

  /**
   * @param like id of the report to which the others must be similar; without it, the page shows
   *     the reports that a machine may have sent
   */
  @GET
  @DeskAction
  public Response find(@QueryParam("like") @Nullable String like, HttpServerRequest request) {
    Officer officer = current.get();
    Desk desk = deskFactory.create(request, officer, "desk.lookalikes-title");
    List<LookAlikes.Candidate> candidates = List.of();
    String result = "done";
    String unreadableText = "";
    try {
      candidates =
          like == null
              ? lookAlikes.suspected(officer)
              : lookAlikes.similarTo(visible(like, officer), officer);
    } catch (UnsealException | IllegalStateException e) {
      result = "does-not-open";
      unreadableText = desk.texts().get(ReportTexts.unreadableKey(e));
    }
    String object = like == null ? "doubted" : "report/" + like;
    audit.add(new AuditTrail.Entry(officer.name(), "look-alikes", object, result, ""));
    List<Row> rows = candidates.stream().map(candidate -> row(candidate, desk)).toList();
    String ids = rows.stream().map(Row::id).collect(Collectors.joining(" "));
    return HtmlResponse.ok(Templates.lookalikes(desk, rows, ids, unreadableText));
  }

  private static Report visible(String id, Officer officer) {
    return parseId(id)
        .flatMap(uuid -> Report.visible(uuid, officer.municipalities()))
        .orElseThrow(NotFoundException::new);
  }

  /**
   * Marks reports. Form field {@code to} is {@code spam}, or {@code new} to undo it; {@code ids}
   * are the reports on the page; reports in {@code keep} are not changed.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction
  public Response mark(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    boolean undo = "new".equals(form.getFirst("to"));
    Set<String> keep = Set.copyOf(form.getOrDefault("keep", List.of()));
    List<String> done = new ArrayList<>();
    for (String id : Optional.ofNullable(form.getFirst("ids")).orElse("").split(" ", -1)) {
      if (!keep.contains(id) && change(id, undo ? ReportState.NEW : ReportState.SPAM, officer)) {
        done.add(id);
      }
    }
    audit.add(
        new AuditTrail.Entry(
            officer.name(), "look-alikes", "doubted", "done", String.valueOf(done.size())));
    Desk desk = deskFactory.create(request, officer, "desk.lookalikes-title");
    return HtmlResponse.ok(Templates.marked(desk, done.size(), String.join(" ", done), undo));
  }

  private boolean change(String id, ReportState to, Officer officer) {
    Optional<Report> found =
        parseId(id).flatMap(uuid -> Report.forChangeUnlessLocked(uuid, officer.municipalities()));
    String action = "state-" + to.key();
    if (found.isEmpty()) {
      parseId(id).ifPresent(uuid -> refusals.add(entry(officer, action, uuid, "refused")));
      return false;
    }
    Report report = found.get();
    try {
      if (report.municipality().isEmpty()) {
        String municipality = officer.municipalities().get(0);
        reports.takeAndChange(report, municipality, to);
        audit.add(entry(officer, "take-" + municipality, report.id(), "done"));
      } else {
        reports.changeState(report, to);
      }
    } catch (StateChangeNotAllowedException refused) {
      refusals.add(entry(officer, action, report.id(), "refused"));
      return false;
    }
    audit.add(entry(officer, action, report.id(), "done"));
    return true;
  }

  private static AuditTrail.Entry entry(Officer officer, String action, UUID id, String result) {
    return new AuditTrail.Entry(officer.name(), action, "report/" + id, result, "");
  }

  private static Optional<UUID> parseId(String id) {
    return ID.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
  }

  private static Row row(LookAlikes.Candidate candidate, Desk desk) {
    return new Row(
        candidate.id().toString(),
        "/backoffice/reports/" + candidate.id(),
        candidate.summary(),
        candidate.language(),
        candidate.doubts().stream()
            .map(doubt -> ReportTexts.doubtText(doubt, desk.texts()))
            .collect(Collectors.joining(", ")),
        candidate.keptByDefault());
  }
}
