package nl.uitweg.desk.administration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskAction;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;
import nl.uitweg.report.retention.PurgeForecast;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The page on which an administrator sees the state of the installation. It shows no reports and no
 * secrets.
 */
@Path("backoffice/admin")
@RolesAllowed(Officer.ADMINISTRATOR)
class AdministrationResource {

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final AuditTrail audit;
  private final KeysetRows keys;
  private final PurgeForecast retention;
  private final TranslationStatus translations;
  private final Settings settings;
  private final HealthChecks healthChecks;
  private final Region region;
  private final EntityManager database;
  private final String version;

  AdministrationResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      AuditTrail audit,
      KeysetRows keys,
      PurgeForecast retention,
      TranslationStatus translations,
      Settings settings,
      HealthChecks healthChecks,
      Region region,
      EntityManager database,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.audit = audit;
    this.keys = keys;
    this.retention = retention;
    this.translations = translations;
    this.settings = settings;
    this.healthChecks = healthChecks;
    this.region = region;
    this.database = database;
    this.version = version;
  }

  @CheckedTemplate(basePath = "desk/administration")
  static class Templates {
    static native TemplateInstance administration(Desk desk, View view);
  }

  /** The content of the page. */
  record View(
      List<HealthChecks.Component> health,
      List<KeysetRows.Row> keys,
      List<RetentionRow> retention,
      List<TranslationStatus.Row> translations,
      List<Settings.Setting> settings,
      List<Version> versions) {}

  /**
   * How many closed reports of one municipality will be purged, and when.
   *
   * @param days retention period in days
   * @param due number of reports that the next run purges
   * @param within30Days number of reports due within 30 days, without those due now
   * @param later number of reports due after that
   * @param postponed number of reports kept longer than the retention period
   * @param firstPurgeOn the first day on which a report is purged; empty when no report is closed
   */
  record RetentionRow(
      String municipality,
      int days,
      long due,
      long within30Days,
      long later,
      long postponed,
      String firstPurgeOn) {}

  /** The version of one piece of software that runs here. */
  record Version(String name, String number) {}

  @GET
  @DeskAction(rows = DeskAction.Rows.NONE, records = AuditAction.ADMIN)
  public Response show(HttpServerRequest request) {
    Officer administrator = current.get();
    Desk desk = deskFactory.create(request, administrator, "administration.title");
    Texts texts = desk.texts();
    View view =
        new View(
            healthChecks.all(texts),
            keys.all(texts),
            retention.of(region.ids()).stream()
                .map(outlook -> retentionRow(outlook, texts))
                .toList(),
            translations.all(),
            settings.all(texts),
            versions());
    audit.add(AuditEntry.done(administrator.name(), AuditAction.ADMIN, AuditObject.INSTALLATION));
    return HtmlResponse.ok(Templates.administration(desk, view));
  }

  private RetentionRow retentionRow(PurgeForecast.Forecast forecast, Texts texts) {
    return new RetentionRow(
        region
            .byId(forecast.municipality())
            .map(Region.Municipality::name)
            .orElse(forecast.municipality()),
        forecast.days(),
        forecast.due(),
        forecast.within30Days(),
        forecast.later(),
        forecast.postponed(),
        forecast.firstDay().map(day -> Dates.day(day, texts.language())).orElse(""));
  }

  private List<Version> versions() {
    return List.of(
        new Version("Uitweg", version),
        new Version("Java", Runtime.version().toString()),
        new Version("PostgreSQL", queryText("show server_version")),
        new Version("Flyway", "V" + queryText("select portal_schema_version()")));
  }

  private String queryText(String query) {
    return String.valueOf(database.createNativeQuery(query, String.class).getSingleResult());
  }
}
