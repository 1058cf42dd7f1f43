package nl.uitweg.site.figures;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import nl.uitweg.platform.settings.Portal;

/** The page with figures, for everyone; made at each visit, since the desk may add a half-year. */
@Path("{language}/figures")
class FiguresResource implements PublicPages {

  private static final String SLUG = "figures";

  private final Languages languages;
  private final Bundles bundles;
  private final Frames frames;
  private final Portal portal;
  private final PublishedFigures figures;
  private final DatabaseAccess access;

  FiguresResource(
      Languages languages,
      Bundles bundles,
      Frames frames,
      Portal portal,
      PublishedFigures figures,
      DatabaseAccess access) {
    this.languages = languages;
    this.bundles = bundles;
    this.frames = frames;
    this.portal = portal;
    this.figures = figures;
    this.access = access;
  }

  @CheckedTemplate(basePath = "published")
  static class Templates {
    static native TemplateInstance figures(Frame frame, List<Half> halves);
  }

  /** A half-year in words. */
  record Half(String id, String heading, List<Table> tables) {}

  /** One table; the total has no heading. */
  record Table(String heading, List<Line> lines) {}

  record Line(String label, String number) {}

  @Override
  public Stream<PublicPage> in(Language language) {
    return Stream.of(PublicPage.dynamic(language, SLUG));
  }

  @GET
  @Transactional
  public Response page(String language) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    Texts texts = bundles.in(languages.byCode(language).orElseThrow(NotFoundException::new));
    access.asVisitor();
    Frame frame =
        frames.of(
            texts.language(),
            SLUG,
            texts.get("published.title"),
            texts.get("published.description"));
    return Response.ok(Templates.figures(frame, halves(figures.all(), texts)).render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .build();
  }

  private static List<Half> halves(List<PublishedFigures.Figure> all, Texts texts) {
    Map<String, Map<String, List<Line>>> byHalf = new LinkedHashMap<>();
    for (PublishedFigures.Figure figure : all) {
      byHalf
          .computeIfAbsent(figure.half(), half -> new LinkedHashMap<>())
          .computeIfAbsent(figure.dimension(), dimension -> new ArrayList<>())
          .add(line(figure, texts));
    }
    return byHalf.entrySet().stream()
        .map(half -> half(half.getKey(), half.getValue(), texts))
        .toList();
  }

  private static Half half(String key, Map<String, List<Line>> tables, Texts texts) {
    String year = key.substring(0, key.indexOf('-'));
    return new Half(
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

  private static Line line(PublishedFigures.Figure figure, Texts texts) {
    String indicator = "indicators." + figure.dimension() + "." + figure.category();
    String own = "published." + figure.dimension() + "." + figure.category();
    String label =
        figure.dimension().equals("total")
            ? texts.get("published.total")
            : texts.get(texts.has(indicator) ? indicator : own);
    return new Line(
        label,
        figure.reports().isPresent()
            ? texts.number(figure.reports().getAsLong())
            : texts.get("published.hidden"));
  }
}
