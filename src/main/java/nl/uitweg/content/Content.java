package nl.uitweg.content;

import static nl.uitweg.content.file.Required.present;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.uitweg.content.file.ContentProblem;
import nl.uitweg.content.file.MarkdownFile;
import nl.uitweg.content.file.YamlFile;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/** Everything under {@code content/}, read and checked once. */
public final class Content {

  /** Pages that are made by features and may be linked to from Markdown. */
  private static final Set<String> FEATURE_PAGES =
      Set.of("organisations", "report", "code", "residence", "signals", "card");

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

  record OrganisationsFile(List<Organisation> organisations) {
    OrganisationsFile {
      present(organisations, "organisations");
    }
  }

  /**
   * @param root the folder {@code content}
   * @throws ContentProblem with file, line and reason for the first thing that is broken
   */
  public static Content read(Path root, Languages languages) {
    Map<String, Organisation> organisations = new LinkedHashMap<>();
    for (Organisation organisation :
        YamlFile.read(root, "organisations.yaml", OrganisationsFile.class).organisations()) {
      if (organisations.put(organisation.id(), organisation) != null) {
        throw ContentProblem.in(
            "content/organisations.yaml", "'" + organisation.id() + "' stands here twice");
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
        inLanguage.put(facts.slug(), page(root, facts, language, markdown));
      }
      guidance.put(language, inLanguage);
    }
    return new Content(
        organisations,
        pages,
        guidance,
        YamlFile.read(root, "indicators.yaml", IndicatorLists.class),
        YamlFile.read(root, "phrases.yaml", Phrase.File.class).phrases(),
        markdown);
  }

  private static Set<String> checkPages(
      List<PageFacts> pages, Map<String, Organisation> organisations) {
    String file = "content/pages.yaml";
    Set<String> slugs = new java.util.LinkedHashSet<>();
    for (PageFacts page : pages) {
      if (!slugs.add(page.slug())) {
        throw ContentProblem.in(file, "'" + page.slug() + "' stands here twice");
      }
    }
    for (PageFacts page : pages) {
      if (!slugs.contains(page.next()) && !FEATURE_PAGES.contains(page.next())) {
        throw ContentProblem.in(file, page.slug() + ": no page '" + page.next() + "' to go on to");
      }
      List<String> unknown = new ArrayList<>(page.call());
      unknown.removeAll(organisations.keySet());
      if (!unknown.isEmpty()) {
        throw ContentProblem.in(file, page.slug() + ": no organisation " + unknown);
      }
      if (page.call().stream().noneMatch(id -> hasPhone(organisations.get(id)))) {
        throw ContentProblem.in(file, page.slug() + ": 'call' needs one with a telephone");
      }
    }
    return slugs;
  }

  private static boolean hasPhone(@org.jspecify.annotations.Nullable Organisation organisation) {
    return organisation != null && organisation.phone().isPresent();
  }

  private static GuidancePage page(
      Path root, PageFacts facts, Language language, Markdown markdown) {
    MarkdownFile source = MarkdownFile.read(root, Language.DUTCH, facts.slug());
    Language written =
        MarkdownFile.exists(root, language, facts.slug()) ? language : Language.DUTCH;
    MarkdownFile file =
        written.equals(Language.DUTCH) ? source : MarkdownFile.read(root, language, facts.slug());
    return new GuidancePage(
        facts,
        language,
        written,
        file.head().title(),
        file.head().description(),
        file.head().answer(),
        markdown.render(file, language),
        file.head().of(),
        file.fingerprint(),
        source.fingerprint());
  }

  public List<Organisation> organisations() {
    return List.copyOf(organisations.values());
  }

  public Optional<Organisation> organisation(String id) {
    return Optional.ofNullable(organisations.get(id));
  }

  public List<PageFacts> pages() {
    return pages;
  }

  public Optional<GuidancePage> page(Language language, String slug) {
    return Optional.ofNullable(guidance.getOrDefault(language, Map.of()).get(slug));
  }

  /**
   * HTML of one line of text with the marks of guidance.
   *
   * @param key of the text, for messages
   */
  public String line(String key, String text, Language language) {
    return markdown.line(key, text, language);
  }

  public IndicatorLists indicators() {
    return indicators;
  }

  /** Without words; {@link PhraseBook} has those. */
  List<Phrase> phrases() {
    return phrases;
  }
}
