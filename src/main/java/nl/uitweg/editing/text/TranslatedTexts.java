package nl.uitweg.editing.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.content.PageText;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/**
 * Every text of a language beside its source: bundles and pieces of pages. A text that is missing
 * is not here; {@code content.TranslationCheck} names it.
 */
public final class TranslatedTexts {

  private final Path i18n;
  private final PageTexts pages;

  /**
   * @param i18n the folder {@code i18n/}
   */
  public TranslatedTexts(Path i18n, PageTexts pages) {
    this.i18n = i18n;
    this.pages = pages;
  }

  public List<TranslatedText> in(Language language) {
    List<TranslatedText> texts = new ArrayList<>();
    for (BundleFolder bundle : BundleFolder.all(i18n)) {
      if (bundle.languages(new Languages(List.of(language))).contains(language)) {
        bundle(bundle, language, texts);
      }
    }
    for (String slug : pages.slugs()) {
      page(slug, language, texts);
    }
    return texts;
  }

  private void bundle(BundleFolder bundle, Language language, List<TranslatedText> texts) {
    Map<String, BundleFile.Entry> dutch = BundleFile.read(bundle, Language.DUTCH).texts();
    Map<String, BundleFile.Entry> english = BundleFile.read(bundle, Language.ENGLISH).texts();
    BundleFile own = BundleFile.read(bundle, language);
    own.texts()
        .forEach(
            (key, entry) -> {
              BundleFile.Entry source = dutch.get(key);
              if (source != null) {
                texts.add(
                    new TranslatedText(
                        (bundle.desk() ? "desk/" : "") + bundle.name() + ":" + key,
                        own.file() + ":" + entry.line() + ": " + key,
                        language,
                        source.text(),
                        Optional.ofNullable(english.get(key)).map(BundleFile.Entry::text),
                        entry.text()));
              }
            });
  }

  private void page(String slug, Language language, List<TranslatedText> texts) {
    PageText dutch = pages.page(Language.DUTCH, slug);
    Optional<PageText> english = pages.find(Language.ENGLISH, slug);
    Optional<PageText> found = pages.find(language, slug);
    if (found.isEmpty()) {
      return;
    }
    PageText own = found.get();
    own.pieces()
        .forEach(
            (name, piece) -> {
              PageText.Piece source = dutch.pieces().get(name);
              if (source != null) {
                texts.add(
                    new TranslatedText(
                        "content/" + slug + ":" + name,
                        own.file() + ":" + piece.first() + ": " + name,
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
