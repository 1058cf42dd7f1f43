package nl.uitweg.desk.purge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.retention.PlannedPurges;

/**
 * Lists the reports of the officer's municipalities that are purged within 30 days, by day. It
 * decrypts none of them; the form to keep one longer is that of the case file.
 */
@Path("backoffice/purge")
@RolesAllowed(Officer.OFFICER)
class PurgeListResource {

  private static final int MAX_ROWS_PER_MUNICIPALITY = 500;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final PlannedPurges plannedPurges;
  private final ReportTexts reportTexts;
  private final AuditTrail audit;

  PurgeListResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      PlannedPurges plannedPurges,
      ReportTexts reportTexts,
      AuditTrail audit) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.plannedPurges = plannedPurges;
    this.reportTexts = reportTexts;
    this.audit = audit;
  }

  @CheckedTemplate(basePath = "desk/purge")
  static class Templates {
    static native TemplateInstance purge(Desk desk, List<Day> days, List<Kept> kept);
  }

  /** The reports that are purged on the same day. */
  record Day(String date, List<Row> rows) {}

  /**
   * One report.
   *
   * @param forms forms of exploitation, in Dutch; empty when none is known
   * @param withdrawn whether its reporter withdrew it
   */
  record Row(
      String id,
      String path,
      String forms,
      String municipality,
      String receivedOn,
      String closedOn,
      boolean withdrawn) {}

  /**
   * A report that its dossier keeps longer.
   *
   * @param days the day on which it would be purged without the dossier, and the day on which it is
   */
  record Kept(Row row, String days) {}

  @GET
  @DeskAction(records = AuditAction.LIST)
  public Response list(HttpServerRequest request) {
    Officer officer = current.get();
    Desk desk = deskFactory.create(request, officer, "inbox.purge-title");
    Map<LocalDate, List<Row>> rows = new LinkedHashMap<>();
    plannedPurges
        .soon(officer.municipalities(), MAX_ROWS_PER_MUNICIPALITY)
        .forEach(
            planned ->
                rows.computeIfAbsent(planned.day(), day -> new ArrayList<>())
                    .add(row(planned.report(), desk.texts())));
    List<Day> days =
        rows.entrySet().stream()
            .map(
                entry ->
                    new Day(Dates.day(entry.getKey(), desk.texts().language()), entry.getValue()))
            .toList();
    audit.add(AuditEntry.done(officer.name(), AuditAction.LIST, AuditObject.inbox("purge")));
    List<Kept> kept =
        plannedPurges.keptByDossiers(officer.municipalities(), MAX_ROWS_PER_MUNICIPALITY).stream()
            .map(item -> kept(item, desk.texts()))
            .toList();
    return HtmlResponse.ok(Templates.purge(desk, days, kept));
  }

  private Kept kept(PlannedPurges.KeptReport item, Texts texts) {
    String own = item.retention().own().map(day -> Dates.day(day, texts.language())).orElse("");
    return new Kept(
        row(item.report(), texts),
        item.retention()
            .due()
            .map(day -> Dates.day(day, texts.language()))
            .map(day -> texts.get("inbox.purge-kept-until", own, day))
            .orElseGet(() -> texts.get("inbox.purge-kept-waits", own)));
  }

  private Row row(Report report, Texts texts) {
    String forms =
        report.forms().stream()
            .map(form -> reportTexts.optionText(Question.FORMS, form, deskFactory.dutchTexts()))
            .collect(Collectors.joining(", "));
    return new Row(
        report.id().toString(),
        "/backoffice/reports/" + report.id(),
        forms,
        report.municipality().map(id -> reportTexts.municipalityName(id, texts)).orElse(""),
        Dates.day(report.receivedOn(), texts.language()),
        report.closedOn().map(day -> Dates.day(day, texts.language())).orElse(""),
        report.withdrawn());
  }
}
