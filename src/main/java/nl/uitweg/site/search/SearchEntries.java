package nl.uitweg.site.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.GuidancePage;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.site.directory.OrganisationTexts;
import nl.uitweg.site.residence.ResidenceGuide;
import org.apache.commons.text.StringEscapeUtils;

/** Lists everything that can be found in a language, with the texts in which words are found. */
final class SearchEntries {

  /** Keys of title and line of each page that is not in {@code pages.yaml}, by slug. */
  static final Map<String, FeaturePage> FEATURE_PAGES = featurePages();

  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private final Content content;
  private final Bundles bundles;
  private final ResidenceGuide residence;

  SearchEntries(Content content, Bundles bundles, ResidenceGuide residence) {
    this.content = content;
    this.bundles = bundles;
    this.residence = residence;
  }

  /** Message keys of a page. */
  record FeaturePage(String title, String line) {}

  /**
   * One thing that can be found.
   *
   * @param textLanguage language of title and line: Dutch when the page is not translated
   * @param line one sentence that is shown with the title
   * @param body further text in which words are found
   */
  record Entry(
      SearchTarget target, Language textLanguage, String title, String line, String body) {}

  List<Entry> in(Language language) {
    Texts texts = bundles.in(language);
    List<Entry> entries = new ArrayList<>();
    content
        .pages()
        .forEach(
            facts -> entries.add(guidance(content.page(language, facts.slug()).orElseThrow())));
    FEATURE_PAGES.forEach(
        (slug, page) ->
            entries.add(
                new Entry(
                    SearchTarget.page(slug),
                    language,
                    texts.get(page.title()),
                    texts.get(page.line()),
                    body(slug, texts))));
    content.organisations().forEach(organisation -> entries.add(entry(organisation, texts)));
    return entries;
  }

  private static Entry guidance(GuidancePage page) {
    return new Entry(
        SearchTarget.page(page.facts().slug()),
        page.textLanguage(),
        page.title(),
        page.description(),
        page.answer() + " " + plain(page.html().html()));
  }

  private static Entry entry(Organisation organisation, Texts texts) {
    return new Entry(
        SearchTarget.organisation(organisation.id()),
        texts.language(),
        organisation.name(),
        OrganisationTexts.description(organisation, texts),
        Stream.of(
                OrganisationTexts.audience(organisation, texts),
                OrganisationTexts.note(organisation, texts),
                organisation.phone().map(phone -> phone.displayNumber()),
                organisation.website().map(website -> website.displayText()))
            .flatMap(text -> text.stream())
            .collect(Collectors.joining(" ")));
  }

  private String body(String slug, Texts texts) {
    return switch (slug) {
      case "signals" ->
          content.indicators().forms().stream()
              .flatMap(form -> form.indicators().stream())
              .map(id -> texts.get("indicators." + id))
              .collect(Collectors.joining(" "));
      case "residence" ->
          residence.statements().stream()
              .map(ResidenceGuide.Statement::key)
              .map(key -> content.renderLine(key, texts.get(key), texts.language()).html())
              .map(SearchEntries::plain)
              .collect(Collectors.joining(" "));
      default -> "";
    };
  }

  private static String plain(String html) {
    return StringEscapeUtils.unescapeHtml4(TAG.matcher(html).replaceAll(" "));
  }

  private static Map<String, FeaturePage> featurePages() {
    Map<String, FeaturePage> pages = new LinkedHashMap<>();
    pages.put("report", new FeaturePage("form.title", "form.description"));
    pages.put("code", new FeaturePage("code.title", "code.description"));
    pages.put("organisations", new FeaturePage("directory.title", "directory.description"));
    pages.put("residence", new FeaturePage("residence.title", "residence.description"));
    pages.put("signals", new FeaturePage("guidance.signals-title", "guidance.signals-description"));
    pages.put("card", new FeaturePage("guidance.card-title", "guidance.card-description"));
    pages.put("figures", new FeaturePage("published.title", "published.description"));
    return pages;
  }
}
