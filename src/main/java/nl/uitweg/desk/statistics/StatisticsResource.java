package nl.uitweg.desk.statistics;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.figures.PublishedFigures;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;

/** Nature and size: figures as a page, as the half-year report (PDF) and as CSV. */
@Path("backoffice/statistics")
@RolesAllowed({Officer.OFFICER, Officer.AUDITOR, Officer.ADMINISTRATOR})
class StatisticsResource {

  private static final int BAD_REQUEST = 400;

  private final CurrentOfficer current;
  private final Desks desks;
  private final DatabaseAccess access;
  private final AuditTrail audit;
  private final Figures figures;
  private final Charts charts;
  private final PublishedFigures published;
  private final Region region;
  private final Clock clock;

  StatisticsResource(
      CurrentOfficer current,
      Desks desks,
      DatabaseAccess access,
      AuditTrail audit,
      Figures figures,
      Charts charts,
      PublishedFigures published,
      Region region,
      Clock clock) {
    this.current = current;
    this.desks = desks;
    this.access = access;
    this.audit = audit;
    this.figures = figures;
    this.charts = charts;
    this.published = published;
    this.region = region;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance statistics(Desk desk, StatisticsPage page);

    static native TemplateInstance halfyear(
        Texts texts, StatisticsPage page, String made, String css);
  }

  /**
   * @param of municipality, or {@code region}
   * @param from first half-year, {@code 2026-1}
   * @param to last half-year
   */
  @GET
  @Transactional
  public Response page(
      @QueryParam("of") @DefaultValue("") String of,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to,
      HttpServerRequest request) {
    Officer officer = current.get();
    Desk desk = desks.of(request, officer, "figures.title");
    StatisticsPage page = make("statistics", officer, of, from, to, desk.texts());
    return answer(page, Templates.statistics(desk, page).render(), "text/html; charset=utf-8")
        .build();
  }

  @GET
  @Path("report.pdf")
  @Transactional
  public Response pdf(
      @QueryParam("of") @DefaultValue("") String of,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to) {
    Texts texts = desks.dutch();
    StatisticsPage page = make("statistics-pdf", current.get(), of, from, to, texts);
    String made = DutchTime.today(clock).toString();
    byte[] pdf =
        PdfDocument.pdf(Templates.halfyear(texts, page, made, PdfDocument.stylesheet()).render());
    return answer(page, pdf, "application/pdf")
        .header("Content-Disposition", "attachment; filename=\"uitweg-cijfers.pdf\"")
        .build();
  }

  @GET
  @Path("report.csv")
  @Transactional
  public Response csv(
      @QueryParam("of") @DefaultValue("") String of,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to) {
    Texts texts = desks.dutch();
    StatisticsPage page = make("statistics-csv", current.get(), of, from, to, texts);
    byte[] csv = PdfDocument.csv(page, texts).getBytes(StandardCharsets.UTF_8);
    return answer(page, csv, "text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"uitweg-cijfers.csv\"")
        .build();
  }

  private StatisticsPage make(
      String action, Officer officer, String of, String from, String to, Texts texts) {
    access.asDesk(officer.municipalities());
    List<String> subjects = Choice.subjects(officer);
    if (subjects.isEmpty()) {
      throw new ForbiddenException();
    }
    String subject = of.isEmpty() ? subjects.get(0) : of;
    if (!subjects.contains(subject)) {
      throw new NotFoundException();
    }
    Choice choice = Choice.of(subject, DutchTime.today(clock));
    List<HalfYear> period = choice.period(from, to);
    boolean possible = !period.isEmpty();
    List<HalfYear> shown = possible ? period : List.of(choice.last());
    HalfYear first = shown.get(0);
    HalfYear last = shown.get(shown.size() - 1);
    audit.add(
        new AuditTrail.Entry(
            officer.name(),
            action,
            "statistics/" + subject + "/" + first.key() + "/" + last.key(),
            "done",
            ""));
    boolean mayPublish =
        subject.equals(Choice.REGION)
            && first.equals(last)
            && officer.roles().contains(Officer.ADMINISTRATOR);
    String publish = mayPublish ? first.key() : "";
    return new StatisticsPage(
        name(subject, texts),
        first.equals(last) ? words(first, texts) : words(first, texts) + " – " + words(last, texts),
        possible ? "" : texts.get("figures.bad-period"),
        subjects.stream()
            .map(id -> new StatisticsPage.Option(id, name(id, texts), id.equals(subject)))
            .toList(),
        options(choice, first, texts),
        options(choice, last, texts),
        charts.of(shown.stream().map(figures::of).toList(), choice.subject(), texts),
        publish,
        !publish.isEmpty() && published.isPublished(publish),
        "of=" + subject + "&from=" + first.key() + "&to=" + last.key());
  }

  private static List<StatisticsPage.Option> options(Choice choice, HalfYear chosen, Texts texts) {
    return choice.possible().stream()
        .map(half -> new StatisticsPage.Option(half.key(), words(half, texts), half.equals(chosen)))
        .toList();
  }

  private static String words(HalfYear half, Texts texts) {
    return texts.get("figures.half-" + half.half(), Integer.toString(half.year()));
  }

  private String name(String subject, Texts texts) {
    return region
        .byId(subject)
        .map(Region.Municipality::name)
        .orElseGet(() -> texts.get("figures.region", region.name()));
  }

  private static Response.ResponseBuilder answer(StatisticsPage page, Object body, String type) {
    return Response.status(
            page.problem().isEmpty() ? Response.Status.OK.getStatusCode() : BAD_REQUEST)
        .entity(body)
        .header("Content-Type", type)
        .header("Cache-Control", "no-store");
  }
}
