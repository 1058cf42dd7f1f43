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
import nl.uitweg.content.PageText;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.platform.file.Fingerprint;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/**
 * All texts that visitors read, to be translated into one language, which may be new. Texts for
 * officers are in Dutch and English only and are not included.
 *
 * @param root folder with {@code content/} and {@code i18n/}
 */
record SourceTexts(Path root, Language language) {

  /** The bundles that visitors read. */
  List<BundleFolder> bundles() {
    return EditedFiles.of(root).bundles().stream().filter(bundle -> !bundle.desk()).toList();
  }

  /** The slugs of the pages. */
  List<String> slugs() {
    Languages dutch = new Languages(List.of(Language.DUTCH));
    return Content.read(root.resolve("content"), dutch).pages().stream()
        .map(PageFacts::slug)
        .toList();
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
    Map<String, BundleFile.Entry> translations =
        Files.exists(file(bundle)) ? BundleFile.read(bundle, language).texts() : Map.of();
    List<SourceText> texts = new ArrayList<>();
    dutch
        .texts()
        .forEach(
            (key, entry) -> {
              Optional<BundleFile.Entry> translation = Optional.ofNullable(translations.get(key));
              Optional<String> fingerprint = Optional.of(Fingerprint.of(entry.text()));
              texts.add(
                  new SourceText(
                      bundle.name() + ":" + key,
                      comments.getOrDefault(key, List.of()),
                      dutch.file() + ":" + entry.line(),
                      entry.text(),
                      translation.map(BundleFile.Entry::text),
                      translation
                          .filter(current -> !current.translatedFrom().equals(fingerprint))
                          .isPresent()));
            });
    return texts;
  }

  List<SourceText> of(String slug) {
    PageText dutch = dutch(slug);
    Optional<PageText> translation = translation(slug);
    boolean stale =
        translation
            .filter(page -> !page.translatedFrom().equals(Optional.of(dutch.fingerprint())))
            .isPresent();
    List<SourceText> texts = new ArrayList<>();
    for (PageText.Piece piece : dutch.pieces().values()) {
      texts.add(
          new SourceText(
              "content/" + slug + ":" + piece.name(),
              comment(piece),
              dutch.file() + ":" + piece.firstLine(),
              piece.text(),
              translation.map(PageText::texts).map(byName -> byName.get(piece.name())),
              stale));
    }
    return texts;
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
    return Files.exists(file(slug))
        ? Optional.of(PageText.read(root.resolve("content"), language, slug))
        : Optional.empty();
  }

  private static List<String> comment(PageText.Piece piece) {
    return switch (piece.name()) {
      case "title" -> List.of("Title; also shown in the browser history, so it must be neutral");
      case "description" -> List.of("Description for search engines; must be neutral");
      case "answer" -> List.of("The answer in one sentence, at the top of the page");
      default ->
          switch (piece.kind()) {
            case HEADING -> List.of("Heading");
            case ITEM -> List.of("Item of a list");
            case QUOTATION ->
                List.of(
                    "A sentence to say in Dutch: keep it, and below it, after an empty line, write its meaning");
            default -> List.of();
          };
    };
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
