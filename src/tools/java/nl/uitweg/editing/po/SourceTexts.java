package nl.uitweg.editing.po;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.content.Content;
import nl.uitweg.content.PageFacts;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.editing.text.PageText;
import nl.uitweg.platform.file.Fingerprint;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/**
 * All texts that visitors read, to be translated into one language, which may be new. Texts for
 * officers are in Dutch and English only and are not included.
 */
final class SourceTexts {

  private final Path root;
  private final Language language;
  private final Content content;
  private final SourceHistory history;

  /**
   * @param root folder with {@code content/} and {@code i18n/}
   */
  SourceTexts(Path root, Language language) {
    this.root = root;
    this.language = language;
    this.content = Content.read(root.resolve("content"), new Languages(List.of(Language.DUTCH)));
    this.history = new SourceHistory(root);
  }

  Path root() {
    return root;
  }

  Language language() {
    return language;
  }

  /** The content in Dutch. */
  Content content() {
    return content;
  }

  /** The bundles that visitors read. */
  List<BundleFolder> bundles() {
    return EditedFiles.of(root).bundles().stream().filter(bundle -> !bundle.desk()).toList();
  }

  /** The slugs of the pages. */
  List<String> slugs() {
    return content.pages().stream().map(PageFacts::slug).toList();
  }

  List<SourceText> all() throws IOException {
    List<SourceText> all = new ArrayList<>();
    for (BundleFolder bundle : bundles()) {
      all.addAll(of(bundle));
    }
    for (String slug : slugs()) {
      all.addAll(of(slug));
    }
    return all;
  }

  List<SourceText> of(BundleFolder bundle) throws IOException {
    BundleFile dutch = BundleFile.read(bundle, Language.DUTCH);
    Map<String, List<String>> comments = comments(bundle.folder().resolve("nl.properties"));
    Map<String, BundleFile.Entry> english = texts(bundle, Language.ENGLISH);
    Map<String, BundleFile.Entry> translations = texts(bundle, language);
    List<SourceText> texts = new ArrayList<>();
    dutch
        .texts()
        .forEach(
            (key, entry) -> {
              Optional<BundleFile.Entry> translation = Optional.ofNullable(translations.get(key));
              Optional<String> fingerprint = Optional.of(Fingerprint.of(entry.text()));
              Optional<BundleFile.Entry> stale =
                  translation.filter(current -> !current.translatedFrom().equals(fingerprint));
              texts.add(
                  new SourceText(
                      bundle.name() + ":" + key,
                      comments.getOrDefault(key, List.of()),
                      dutch.file() + ":" + entry.line(),
                      entry.text(),
                      Optional.ofNullable(english.get(key))
                          .filter(current -> current.translatedFrom().equals(fingerprint))
                          .map(BundleFile.Entry::text),
                      translation.map(BundleFile.Entry::text),
                      stale.isPresent(),
                      stale.flatMap(current -> olderDutch(bundle, key, current))));
            });
    return texts;
  }

  /**
   * Translations of texts that are no longer in the Dutch file. Those whose Dutch text is not known
   * any more are left out.
   */
  List<SourceText> obsolete(BundleFolder bundle) {
    Map<String, BundleFile.Entry> dutch = BundleFile.read(bundle, Language.DUTCH).texts();
    List<SourceText> obsolete = new ArrayList<>();
    texts(bundle, language)
        .forEach(
            (key, entry) -> {
              Optional<String> source =
                  dutch.containsKey(key) ? Optional.empty() : olderDutch(bundle, key, entry);
              source.ifPresent(
                  text ->
                      obsolete.add(
                          new SourceText(
                              bundle.name() + ":" + key,
                              List.of(),
                              bundle.displayPath() + "/nl.properties",
                              text,
                              Optional.empty(),
                              Optional.of(entry.text()),
                              false,
                              Optional.empty())));
            });
    return obsolete;
  }

  private Optional<String> olderDutch(
      BundleFolder bundle, String key, BundleFile.Entry translation) {
    return history.find(
        bundle.displayPath() + "/nl.properties",
        file ->
            file.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1).strip())
                .filter(
                    text -> translation.translatedFrom().equals(Optional.of(Fingerprint.of(text))))
                .findFirst());
  }

  List<SourceText> of(String slug) {
    PageText dutch = dutch(slug);
    Optional<PageText> english =
        page(Language.ENGLISH, slug)
            .filter(page -> page.translatedFrom().equals(Optional.of(dutch.fingerprint())));
    Optional<PageText> translation = translation(slug);
    boolean stale =
        translation
            .filter(page -> !page.translatedFrom().equals(Optional.of(dutch.fingerprint())))
            .isPresent();
    Optional<PageText> older =
        stale ? translation.flatMap(page -> olderPage(dutch, page)) : Optional.empty();
    Map<String, String> olderNames =
        older.map(page -> PieceNames.match(dutch, page)).orElse(Map.of());
    List<SourceText> texts = new ArrayList<>();
    for (PageText.Piece piece : dutch.pieces().values()) {
      String olderName = older.isEmpty() ? piece.name() : olderNames.getOrDefault(piece.name(), "");
      Optional<String> olderText = older.map(PageText::texts).map(byName -> byName.get(olderName));
      Optional<String> current =
          translation.map(PageText::texts).map(byName -> byName.get(olderName));
      boolean changed = stale && !olderText.equals(Optional.of(piece.text()));
      texts.add(
          new SourceText(
              "content/" + slug + ":" + piece.name(),
              TranslatorNotes.onPiece(slug, dutch, piece, language),
              dutch.file() + ":" + piece.firstLine(),
              piece.text(),
              english.map(PageText::texts).map(byName -> byName.get(piece.name())),
              current,
              current.isPresent() && changed,
              changed ? olderText : Optional.empty()));
    }
    return texts;
  }

  /** The Dutch page from which the page was translated. */
  private Optional<PageText> olderPage(PageText dutch, PageText translation) {
    return history.find(
        dutch.file(),
        file -> {
          try {
            PageText older = PageText.parse(dutch.file(), file);
            return Optional.of(older)
                .filter(
                    page -> translation.translatedFrom().equals(Optional.of(page.fingerprint())));
          } catch (InvalidContentException e) {
            return Optional.empty();
          }
        });
  }

  Path file(BundleFolder bundle) {
    return bundle.folder().resolve(language.code() + ".properties");
  }

  Path file(String slug) {
    return root.resolve("content").resolve(language.code()).resolve(slug + ".md");
  }

  PageText dutch(String slug) {
    return PageText.read(root.resolve("content"), Language.DUTCH, slug);
  }

  Optional<PageText> translation(String slug) {
    return page(language, slug);
  }

  private Optional<PageText> page(Language inLanguage, String slug) {
    Path file = root.resolve("content").resolve(inLanguage.code()).resolve(slug + ".md");
    return Files.exists(file)
        ? Optional.of(PageText.read(root.resolve("content"), inLanguage, slug))
        : Optional.empty();
  }

  private static Map<String, BundleFile.Entry> texts(BundleFolder bundle, Language inLanguage) {
    return Files.exists(bundle.folder().resolve(inLanguage.code() + ".properties"))
        ? BundleFile.read(bundle, inLanguage).texts()
        : Map.of();
  }

  /** The comment lines above each key. */
  private static Map<String, List<String>> comments(Path file) throws IOException {
    Map<String, List<String>> comments = new HashMap<>();
    List<String> above = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("#")) {
        above.add(line.substring(1).strip());
      } else if (!line.isBlank()) {
        comments.put(line.substring(0, line.indexOf('=')).strip(), List.copyOf(above));
        above.clear();
      }
    }
    return comments;
  }
}
