package nl.uitweg.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.file.MarkdownFile;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.file.YamlFile;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.TextParameters;
import nl.uitweg.region.Region;
import nl.uitweg.region.RegionFolder;

/**
 * The organisations, guidance pages, indicators and phrases under {@code content/}, read and
 * validated once, at start-up.
 */
public final class Content {

  /** Slugs of the pages without a Markdown file to which guidance may link. */
  private static final Set<String> FEATURE_PAGES =
      Set.of("organisations", "report", "code", "residence", "signals", "card");

  /** Ids of the organisations whose number a template shows; see {@link PhoneNumbers}. */
  private static final List<String> PHONE_IDS_IN_TEMPLATES =
      List.of("police-urgent", "police", "meld-misdaad-anoniem");

  private final Map<String, Organisation> organisations;
  private final List<PageFacts> pages;
  private final Map<Language, Map<String, GuidancePage>> guidance;
  private final IndicatorLists indicators;
  private final List<Phrase> phrases;
  private final Markdown markdown;

  private Content(
      Map<String, Organisation> organisations,
      List<PageFacts> pages,
      Map<Language, Map<String, GuidancePage>> guidance,
      IndicatorLists indicators,
      List<Phrase> phrases,
      Markdown markdown) {
    this.organisations = organisations;
    this.pages = pages;
    this.guidance = guidance;
    this.indicators = indicators;
    this.phrases = phrases;
    this.markdown = markdown;
  }

  /**
   * Reads and validates the files, with those of the region in {@code root}.
   *
   * @param root the folder {@code content}
   * @throws InvalidContentException with the file, the line if it is known, and the reason of the
   *     first mistake
   */
  public static Content read(Path root, Languages languages) {
    return read(root, RegionFolder.in(root), languages);
  }

  /**
   * Reads and validates the files, with those of a region.
   *
   * @param root the folder {@code content}
   * @param regionFolder the folder of the region
   * @throws InvalidContentException with the file, the line if it is known, and the reason of the
   *     first mistake
   */
  public static Content read(Path root, Path regionFolder, Languages languages) {
    Region region = Region.read(regionFolder);
    Organisations organisations = Organisations.read(root, regionFolder, region);
    for (String id : PHONE_IDS_IN_TEMPLATES) {
      if (!organisations.hasPhone(id)) {
        throw InvalidContentException.in(
            "content/organisations.yaml", "the telephone number of '" + id + "' is missing");
      }
    }
    List<PageFacts> pages = YamlFile.read(root, "pages.yaml", PageFacts.File.class).pages();
    Set<String> slugs = checkPages(pages, organisations);
    Predicate<String> exists = slug -> slugs.contains(slug) || FEATURE_PAGES.contains(slug);
    Markdown markdown = new Markdown(organisations, exists);
    Map<Language, Map<String, GuidancePage>> guidance = new LinkedHashMap<>();
    for (Language language : languages.all()) {
      Map<String, GuidancePage> inLanguage = new LinkedHashMap<>();
      for (PageFacts facts : pages) {
        inLanguage.put(
            facts.slug(), page(root, facts, language, region.textParameters(), markdown));
      }
      guidance.put(language, inLanguage);
    }
    return new Content(
        organisations.all(),
        pages,
        guidance,
        YamlFile.read(root, "indicators.yaml", IndicatorLists.class),
        YamlFile.read(root, "phrases.yaml", Phrase.File.class).phrases(),
        markdown);
  }

  private static Set<String> checkPages(List<PageFacts> pages, Organisations organisations) {
    String file = "content/pages.yaml";
    Set<String> slugs = new LinkedHashSet<>();
    for (PageFacts page : pages) {
      if (!slugs.add(page.slug())) {
        throw InvalidContentException.in(file, "'" + page.slug() + "' is listed twice");
      }
    }
    for (PageFacts page : pages) {
      if (!slugs.contains(page.next()) && !FEATURE_PAGES.contains(page.next())) {
        throw InvalidContentException.in(
            file, page.slug() + ": 'next' names the unknown page '" + page.next() + "'");
      }
      List<String> unknown = new ArrayList<>(page.phoneIds());
      unknown.removeAll(organisations.national().keySet());
      unknown.remove(PageFacts.MUNICIPALITY);
      if (!unknown.isEmpty()) {
        throw InvalidContentException.in(
            file,
            page.slug()
                + ": 'call' names unknown organisations "
                + unknown
                + "; a page may name those of content/organisations.yaml, and 'municipality'");
      }
      if (page.phoneIds().stream()
          .noneMatch(id -> id.equals(PageFacts.MUNICIPALITY) || organisations.hasPhone(id))) {
        throw InvalidContentException.in(
            file, page.slug() + ": 'call' must name an organisation with a telephone number");
      }
    }
    return slugs;
  }

  private static GuidancePage page(
      Path root, PageFacts facts, Language language, TextParameters parameters, Markdown markdown) {
    MarkdownFile source = MarkdownFile.read(root, Language.DUTCH, facts.slug());
    Language textLanguage =
        MarkdownFile.exists(root, language, facts.slug()) ? language : Language.DUTCH;
    MarkdownFile file =
        textLanguage.equals(Language.DUTCH)
            ? source
            : MarkdownFile.read(root, language, facts.slug());
    MarkdownFile filled = file.filled(parameters, textLanguage);
    return new GuidancePage(
        facts,
        language,
        textLanguage,
        filled.head().title(),
        filled.head().description(),
        filled.head().answer(),
        markdown.render(filled, language),
        file.head().translatedFrom(),
        file.fingerprint(),
        source.fingerprint());
  }

  public List<Organisation> organisations() {
    return List.copyOf(organisations.values());
  }

  /** The municipalities of the region that have a contact, in the order of {@code region.yaml}. */
  public List<Organisation> municipalities() {
    return organisations.values().stream()
        .filter(organisation -> organisation.kind() == Organisation.Kind.MUNICIPALITY)
        .toList();
  }

  public Optional<Organisation> organisation(String id) {
    return Optional.ofNullable(organisations.get(id));
  }

  /**
   * The telephone number of an organisation.
   *
   * @throws IllegalArgumentException when it does not exist or has no number
   */
  Phone phone(String organisationId) {
    return organisation(organisationId)
        .flatMap(Organisation::phone)
        .orElseThrow(
            () -> new IllegalArgumentException("No telephone number of " + organisationId));
  }

  public List<PageFacts> pages() {
    return pages;
  }

  public Optional<GuidancePage> page(Language language, String slug) {
    return Optional.ofNullable(guidance.getOrDefault(language, Map.of()).get(slug));
  }

  /**
   * Renders one line of text with the marks of guidance pages as inline HTML.
   *
   * @param key message key of the text, for error messages
   */
  public RenderedMarkdown renderLine(String key, String text, Language language) {
    return markdown.renderLine(key, text, language);
  }

  /**
   * Reads a page as start-up does, without keeping it.
   *
   * @param file name of the file, for error messages
   * @throws InvalidContentException with the line and the reason when start-up would refuse it
   */
  public void requireValidPage(String file, String text, Language language) {
    markdown.render(MarkdownFile.parse(file, text), language);
  }

  public IndicatorLists indicators() {
    return indicators;
  }

  /** The phrases without their texts, which {@link PhraseBook} adds. */
  List<Phrase> phrases() {
    return phrases;
  }
}
