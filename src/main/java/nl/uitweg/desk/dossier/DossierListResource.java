package nl.uitweg.desk.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.DossierReports;
import nl.uitweg.dossier.Dossiers;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;

/** Lists the dossiers of the officer's municipalities. It decrypts their titles only. */
@Path("backoffice/dossiers")
@RolesAllowed(Officer.OFFICER)
class DossierListResource {

  private static final String PATH = "/backoffice/dossiers";
  private static final int MAX_ROWS = 500;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final Dossiers dossiers;
  private final DossierReports dossierReports;
  private final AuditTrail audit;

  DossierListResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      Dossiers dossiers,
      DossierReports dossierReports,
      AuditTrail audit) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.dossiers = dossiers;
    this.dossierReports = dossierReports;
    this.audit = audit;
  }

  @CheckedTemplate(basePath = "desk/dossier")
  static class Templates {
    static native TemplateInstance list(Desk desk, List<Choice> views, List<Row> rows);
  }

  private enum View {
    OPEN,
    MINE,
    CLOSED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Any other text gives {@link #OPEN}. */
    static View of(@Nullable String key) {
      return Stream.of(values()).filter(view -> view.key().equals(key)).findFirst().orElse(OPEN);
    }
  }

  /** A link to a part of the list; {@code current} for the one that is shown. */
  record Choice(String href, String text, boolean current) {}

  /**
   * One dossier.
   *
   * @param last the last act on the dossier or on one of its reports
   */
  record Row(
      String href,
      String title,
      String number,
      String kind,
      String reports,
      Last last,
      Assignee assignee) {}

  /**
   * @param at in ISO 8601 format
   */
  record Last(String at, String text) {}

  /**
   * @param name user name; empty when nobody has it
   * @param me whether that is the officer who reads the list
   */
  record Assignee(String name, boolean me) {}

  @GET
  @DeskAction(records = AuditAction.DOSSIER_LIST)
  public Response list(@QueryParam("show") @Nullable String show, HttpServerRequest request) {
    Officer officer = current.get();
    Desk desk = deskFactory.create(request, officer, "dossier.list-title");
    View view = View.of(show);
    List<Dossier> found =
        dossiers.list(officer.municipalities(), view == View.CLOSED, MAX_ROWS).stream()
            .filter(
                dossier ->
                    view != View.MINE || dossier.assignedTo().equals(Optional.of(officer.name())))
            .toList();
    audit.add(AuditEntry.done(officer.name(), AuditAction.DOSSIER_LIST, AuditObject.DOSSIERS));
    return HtmlResponse.ok(
        Templates.list(desk, choices(view, desk.texts()), rows(found, officer, desk.texts())));
  }

  private static List<Choice> choices(View shown, Texts texts) {
    return Stream.of(View.values())
        .map(
            view ->
                new Choice(
                    view == View.OPEN ? PATH : PATH + "?show=" + view.key(),
                    texts.get("dossier.view." + view.key()),
                    view == shown))
        .toList();
  }

  private List<Row> rows(List<Dossier> found, Officer officer, Texts texts) {
    List<UUID> ids = found.stream().map(Dossier::id).toList();
    Map<UUID, Dossiers.Title> titles = dossiers.titles(found, officer.municipalities());
    Map<UUID, Long> counts = dossierReports.counts(ids);
    Map<UUID, Instant> lastActs = dossierReports.lastActs(ids);
    return found.stream()
        .sorted(
            Comparator.comparing((Dossier dossier) -> last(dossier, lastActs))
                .reversed()
                .thenComparing(Dossier::id))
        .map(
            dossier ->
                new Row(
                    DossierViews.path(dossier),
                    DossierTexts.title(
                        titles.getOrDefault(dossier.id(), DossierTexts.UNREADABLE), texts),
                    dossier.number().toString(),
                    texts.get("dossier.kind." + dossier.kind().key()),
                    texts.get("dossier.count", counts.getOrDefault(dossier.id(), 0L)),
                    last(last(dossier, lastActs), texts),
                    new Assignee(
                        dossier.assignedTo().orElse(""),
                        dossier.assignedTo().equals(Optional.of(officer.name())))))
        .toList();
  }

  private static Instant last(Dossier dossier, Map<UUID, Instant> lastActs) {
    return Stream.of(dossier.changedAt(), lastActs.getOrDefault(dossier.id(), Instant.MIN))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Last last(Instant at, Texts texts) {
    return new Last(at.toString(), Dates.shortMoment(at, texts.language()));
  }
}
