package nl.uitweg.desk.administration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;
import nl.uitweg.report.retention.RetentionOutlook;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the installation is doing, for who runs it: no report, no secret. */
@Path("backoffice/admin")
@RolesAllowed(Officer.ADMINISTRATOR)
class AdministrationResource {

  private final CurrentOfficer current;
  private final Desks desks;
  private final DatabaseAccess access;
  private final AuditTrail audit;
  private final KeyRows keys;
  private final RetentionOutlook retention;
  private final TranslationStatus translations;
  private final Settings settings;
  private final Health health;
  private final Region region;
  private final EntityManager database;
  private final String version;

  AdministrationResource(
      CurrentOfficer current,
      Desks desks,
      DatabaseAccess access,
      AuditTrail audit,
      KeyRows keys,
      RetentionOutlook retention,
      TranslationStatus translations,
      Settings settings,
      Health health,
      Region region,
      EntityManager database,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.current = current;
    this.desks = desks;
    this.access = access;
    this.audit = audit;
    this.keys = keys;
    this.retention = retention;
    this.translations = translations;
    this.settings = settings;
    this.health = health;
    this.region = region;
    this.database = database;
    this.version = version;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance admin(Desk desk, View view);
  }

  /** Everything on the page. */
  record View(
      List<Health.Part> health,
      List<KeyRows.Row> keys,
      List<Term> retention,
      List<TranslationStatus.Row> translations,
      List<Settings.Setting> settings,
      List<Version> versions) {}

  /**
   * What one municipality will lose when.
   *
   * @param first the first day on which something is purged; empty when nothing is closed
   */
  record Term(
      String municipality,
      int days,
      long due,
      long thisMonth,
      long later,
      long postponed,
      String first) {}

  /** What runs here. */
  record Version(String name, String number) {}

  @GET
  @Transactional
  public Response look(HttpServerRequest request) {
    Officer administrator = current.get();
    access.asDesk(List.of());
    Desk desk = desks.of(request, administrator, "administration.title");
    Texts texts = desk.texts();
    View view =
        new View(
            health.all(texts),
            keys.all(texts),
            retention.of(region.ids()).stream().map(line -> term(line, texts)).toList(),
            translations.all(),
            settings.all(texts),
            versions());
    audit.add(new AuditTrail.Entry(administrator.name(), "admin", "admin", "done", ""));
    return Response.ok(Templates.admin(desk, view).render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  private Term term(RetentionOutlook.Outlook line, Texts texts) {
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.language().locale());
    return new Term(
        region.byId(line.municipality()).map(Region.Municipality::name).orElse(line.municipality()),
        line.days(),
        line.due(),
        line.within30Days(),
        line.later(),
        line.postponed(),
        line.first().map(day::format).orElse(""));
  }

  private List<Version> versions() {
    return List.of(
        new Version("Uitweg", version),
        new Version("Java", Runtime.version().toString()),
        new Version("PostgreSQL", ask("show server_version")),
        new Version("Flyway", "V" + ask("select portal_schema_version()")));
  }

  private String ask(String query) {
    return String.valueOf(database.createNativeQuery(query, String.class).getSingleResult());
  }
}
