package nl.uitweg.editing.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/**
 * Reads every text of a language with its source, from bundles and pages. Missing and orphaned
 * texts are left out; {@link nl.uitweg.content.TranslationCheck} reports them.
 */
public final class TranslatedTexts {

  private final List<BundleFolder> bundles;
  private final PageTexts pages;

  /**
   * @param bundles the bundles of {@code i18n/} and of the region
   */
  public TranslatedTexts(List<BundleFolder> bundles, PageTexts pages) {
    this.bundles = List.copyOf(bundles);
    this.pages = pages;
  }

  /** The texts of a language. */
  public List<TranslatedText> in(Language language) {
    List<TranslatedText> texts = new ArrayList<>();
    for (BundleFolder bundle : bundles) {
      if (bundle.languages(new Languages(List.of(language))).contains(language)) {
        addBundle(bundle, language, texts);
      }
    }
    for (String slug : pages.slugs()) {
      addPage(slug, language, texts);
    }
    return texts;
  }

  private void addBundle(BundleFolder bundle, Language language, List<TranslatedText> texts) {
    Map<String, BundleFile.Entry> dutch = BundleFile.read(bundle, Language.DUTCH).texts();
    Map<String, BundleFile.Entry> english = BundleFile.read(bundle, Language.ENGLISH).texts();
    BundleFile translation = BundleFile.read(bundle, language);
    translation
        .texts()
        .forEach(
            (key, entry) -> {
              BundleFile.Entry source = dutch.get(key);
              if (source != null) {
                texts.add(
                    new TranslatedText(
                        (bundle.desk() ? "desk/" : "") + bundle.name() + ":" + key,
                        translation.file() + ":" + entry.line() + ": " + key,
                        language,
                        source.text(),
                        Optional.ofNullable(english.get(key)).map(BundleFile.Entry::text),
                        entry.text()));
              }
            });
  }

  private void addPage(String slug, Language language, List<TranslatedText> texts) {
    PageText dutch = pages.page(Language.DUTCH, slug);
    Optional<PageText> english = pages.find(Language.ENGLISH, slug);
    Optional<PageText> translatedPage = pages.find(language, slug);
    if (translatedPage.isEmpty()) {
      return;
    }
    PageText translation = translatedPage.get();
    translation
        .pieces()
        .forEach(
            (name, piece) -> {
              PageText.Piece source = dutch.pieces().get(name);
              if (source != null) {
                texts.add(
                    new TranslatedText(
                        "content/" + slug + ":" + name,
                        translation.file() + ":" + piece.firstLine() + ": " + name,
                        language,
                        source.text(),
                        english
                            .flatMap(page -> Optional.ofNullable(page.pieces().get(name)))
                            .map(PageText.Piece::text),
                        piece.text()));
              }
            });
  }
}
