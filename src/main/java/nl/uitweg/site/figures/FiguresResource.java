package nl.uitweg.site.figures;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.figures.PublishedFigures;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;
import nl.uitweg.platform.page.PublicPage;
import nl.uitweg.platform.page.PublicPages;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.platform.persistence.DatabaseFailure;
import nl.uitweg.platform.persistence.DatabaseState;
import nl.uitweg.platform.settings.PortalSettings;
import org.jboss.logging.Logger;

/**
 * Public page with the published figures. It is rendered for each request, because the desk can
 * publish another half-year at any time. While the database is not available, it shows what an
 * earlier request read.
 */
@Path("{language}/figures")
class FiguresResource implements PublicPages {

  private static final Logger LOG = Logger.getLogger(FiguresResource.class);
  private static final String SLUG = "figures";

  private final Languages languages;
  private final Bundles bundles;
  private final Frames frames;
  private final PortalSettings portal;
  private final PublishedFigures figures;
  private final DatabaseAccess access;
  private final DatabaseState database;

  /** What the last successful request read. */
  private volatile Optional<List<PublishedFigures.Figure>> last = Optional.empty();

  FiguresResource(
      Languages languages,
      Bundles bundles,
      Frames frames,
      PortalSettings portal,
      PublishedFigures figures,
      DatabaseAccess access,
      DatabaseState database) {
    this.languages = languages;
    this.bundles = bundles;
    this.frames = frames;
    this.portal = portal;
    this.figures = figures;
    this.access = access;
    this.database = database;
  }

  @CheckedTemplate(basePath = "site/figures")
  static class Templates {
    static native TemplateInstance figures(Frame frame, List<HalfYear> halfYears);
  }

  /**
   * One half-year.
   *
   * @param id id of its heading on the page
   */
  record HalfYear(String id, String heading, List<Table> tables) {}

  /** One table of a half-year. */
  record Table(String heading, List<Row> rows) {}

  record Row(String label, String number) {}

  @Override
  public Stream<PublicPage> in(Language language) {
    return Stream.of(PublicPage.dynamic(language, SLUG));
  }

  @GET
  public Response page(String language) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    Texts texts = bundles.in(languages.byCode(language).orElseThrow(NotFoundException::new));
    Frame frame =
        frames.of(
            texts.language(),
            SLUG,
            texts.get("published.title"),
            texts.get("published.description"));
    return Response.ok(Templates.figures(frame, halfYears(latest(), texts)).render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .build();
  }

  /** The published figures; those of the last request when the database is not available. */
  private List<PublishedFigures.Figure> latest() {
    if (last.isEmpty() || database.isWritable()) {
      try {
        last = Optional.of(QuarkusTransaction.requiringNew().call(this::read));
      } catch (RuntimeException failure) {
        if (last.isEmpty() || !DatabaseFailure.isTemporary(failure)) {
          throw failure;
        }
        LOG.warn("The database is not available; the figures of an earlier request are shown");
      }
    }
    return last.orElseThrow();
  }

  private List<PublishedFigures.Figure> read() {
    access.asVisitor();
    return figures.all();
  }

  private static List<HalfYear> halfYears(List<PublishedFigures.Figure> figures, Texts texts) {
    Map<String, Map<String, List<Row>>> byHalfYear = new LinkedHashMap<>();
    for (PublishedFigures.Figure figure : figures) {
      byHalfYear
          .computeIfAbsent(figure.halfYear(), halfYear -> new LinkedHashMap<>())
          .computeIfAbsent(figure.dimension(), dimension -> new ArrayList<>())
          .add(row(figure, texts));
    }
    return byHalfYear.entrySet().stream()
        .map(halfYear -> halfYear(halfYear.getKey(), halfYear.getValue(), texts))
        .toList();
  }

  private static HalfYear halfYear(String key, Map<String, List<Row>> tables, Texts texts) {
    String year = key.substring(0, key.indexOf('-'));
    return new HalfYear(
        "half-" + key,
        texts.get("published.half-" + key.substring(key.indexOf('-') + 1), year),
        Stream.of("total", "form", "source")
            .filter(tables::containsKey)
            .map(
                dimension ->
                    new Table(
                        texts.get("published." + dimension),
                        tables.getOrDefault(dimension, List.of())))
            .toList());
  }

  private static Row row(PublishedFigures.Figure figure, Texts texts) {
    String indicatorKey = "indicators." + figure.dimension() + "." + figure.category();
    String publishedKey = "published." + figure.dimension() + "." + figure.category();
    String label =
        figure.dimension().equals("total")
            ? texts.get("published.total")
            : texts.get(texts.has(indicatorKey) ? indicatorKey : publishedKey);
    return new Row(
        label,
        figure.reports().isPresent()
            ? texts.number(figure.reports().getAsLong())
            : texts.get("published.hidden"));
  }
}
