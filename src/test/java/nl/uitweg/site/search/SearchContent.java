package nl.uitweg.site.search;

import java.nio.file.Path;
import java.util.List;
import nl.uitweg.content.Content;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.region.Region;
import nl.uitweg.site.residence.ResidenceGuide;

/** The search in the content of a folder, without a server. */
public final class SearchContent {

  private final Languages languages;
  private final SearchIndex index;

  /**
   * @param root folder with {@code content/} and {@code i18n/}
   */
  public SearchContent(Path root) {
    EditedFiles files = EditedFiles.of(root);
    this.languages = Languages.read(files.i18n());
    Content content = Content.read(files.content(), files.region(), languages);
    Bundles bundles =
        Bundles.read(files.bundles(), languages, Region.read(files.region()).textParameters());
    this.index =
        new SearchIndex(
            languages.all(),
            new SearchEntries(content, bundles, ResidenceGuide.read(files.content())),
            SearchPhrases.read(files.content(), languages, content));
  }

  /** Slugs of the pages and, after {@code @}, ids of the organisations that are found. */
  public List<String> find(String words, String language) {
    Language in = languages.byCode(language).orElseThrow();
    return index.find(words, in).stream()
        .map(SearchEntries.Entry::target)
        .map(target -> (target.kind() == SearchTarget.Kind.ORGANISATION ? "@" : "") + target.id())
        .toList();
  }
}
