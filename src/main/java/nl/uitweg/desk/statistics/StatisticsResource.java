package nl.uitweg.desk.statistics;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;

/**
 * Shows figures about the nature and number of the reports, as a page, as the half-year report
 * (PDF) and as CSV.
 */
@Path("backoffice/statistics")
@RolesAllowed({Officer.OFFICER, Officer.AUDITOR, Officer.ADMINISTRATOR})
class StatisticsResource {

  private static final int BAD_REQUEST = 400;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final AuditTrail audit;
  private final StatisticsPages pages;
  private final Clock clock;

  StatisticsResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      AuditTrail audit,
      StatisticsPages pages,
      Clock clock) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.audit = audit;
    this.pages = pages;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "desk/statistics")
  static class Templates {
    static native TemplateInstance statistics(Desk desk, StatisticsPage page);

    static native TemplateInstance halfyear(Texts texts, StatisticsPage page, String createdOn);
  }

  /**
   * @param of id of a municipality, or {@code region}
   * @param from first half-year, for example {@code 2026-1}
   * @param to last half-year
   */
  @GET
  @DeskAction(rows = DeskAction.Rows.OWN_REPORTS_IF_ANY, records = AuditAction.STATISTICS)
  public Response page(
      @QueryParam("of") @DefaultValue("") String of,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to,
      HttpServerRequest request) {
    Officer officer = current.get();
    Desk desk = deskFactory.create(request, officer, "figures.title");
    StatisticsPages.Choice choice = choose(AuditAction.STATISTICS, officer, of, from, to);
    StatisticsPage page = pages.screen(choice, officer, desk.texts());
    return HtmlResponse.of(status(page), Templates.statistics(desk, page));
  }

  @GET
  @Path("report.pdf")
  @DeskAction(rows = DeskAction.Rows.OWN_REPORTS_IF_ANY, records = AuditAction.STATISTICS_PDF)
  public Response pdf(
      @QueryParam("of") @DefaultValue("") String of,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to) {
    Texts texts = deskFactory.dutchTexts();
    StatisticsPage page = export(AuditAction.STATISTICS_PDF, of, from, to, texts);
    String createdOn = DutchTime.today(clock).toString();
    byte[] pdf = StatisticsExport.pdf(Templates.halfyear(texts, page, createdOn).render());
    return Response.ok(pdf)
        .header("Content-Type", "application/pdf")
        .header("Content-Disposition", "attachment; filename=\"uitweg-cijfers.pdf\"")
        .build();
  }

  @GET
  @Path("report.csv")
  @DeskAction(rows = DeskAction.Rows.OWN_REPORTS_IF_ANY, records = AuditAction.STATISTICS_CSV)
  public Response csv(
      @QueryParam("of") @DefaultValue("") String of,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to) {
    Texts texts = deskFactory.dutchTexts();
    StatisticsPage page = export(AuditAction.STATISTICS_CSV, of, from, to, texts);
    byte[] csv = StatisticsExport.csv(page, texts).getBytes(StandardCharsets.UTF_8);
    return Response.ok(csv)
        .header("Content-Type", "text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"uitweg-cijfers.csv\"")
        .build();
  }

  private StatisticsPage export(
      AuditAction action, String of, String from, String to, Texts texts) {
    Officer officer = current.get();
    return pages.export(choose(action, officer, of, from, to), officer, texts);
  }

  /** Checks what this user may see, and records in the audit trail that it is shown. */
  private StatisticsPages.Choice choose(
      AuditAction action, Officer officer, String of, String from, String to) {
    List<String> subjects = StatisticsScope.subjects(officer);
    if (subjects.isEmpty()) {
      throw new ForbiddenException();
    }
    String subject = of.isEmpty() ? subjects.get(0) : of;
    if (!subjects.contains(subject)) {
      throw new NotFoundException();
    }
    StatisticsScope scope = StatisticsScope.of(subject, DutchTime.today(clock));
    StatisticsPages.Choice choice =
        StatisticsPages.Choice.of(subject, scope, scope.period(from, to));
    if (!choice.valid() && action != AuditAction.STATISTICS) {
      throw new BadRequestException(); // a file cannot say what is wrong with the period
    }
    audit.add(
        AuditEntry.done(
            officer.name(),
            action,
            AuditObject.statistics(
                subject + "/" + choice.first().key() + "/" + choice.last().key())));
    return choice;
  }

  private static int status(StatisticsPage page) {
    return page.problem().isEmpty() ? Response.Status.OK.getStatusCode() : BAD_REQUEST;
  }
}
