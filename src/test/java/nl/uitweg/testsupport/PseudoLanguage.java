package nl.uitweg.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.content.Content;
import nl.uitweg.content.PageFacts;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.platform.file.Fingerprint;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.apache.commons.io.FileUtils;

/**
 * A right-to-left pseudo-language: the Dutch texts transliterated letter by letter into Hebrew
 * script. It tests mirrored pages without a real right-to-left translation. Apart from names and
 * Dutch key words, a Latin word on its pages is a text that is hard-coded in a template instead of
 * in {@code i18n/}.
 *
 * <p>It exists in tests only and is never shipped. Hebrew was chosen because no translation into it
 * is planned, and because its letters are not joined as in Arabic, so that each Latin letter can
 * become one Hebrew letter. If Hebrew becomes a real language, this one needs another code.
 */
public final class PseudoLanguage {

  public static final Language LANGUAGE = new Language("he");

  private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
  private static final String HEBREW = "אבגדהוזחטיךכלםמןנסעףפץצקרש";

  /**
   * Parts of a text that are not transliterated: marks, message arguments with their keywords, and
   * link targets.
   */
  private static final Pattern NOT_TRANSLITERATED =
      Pattern.compile(
          "\\{[a-z]+:[^{}]*}" // {nl:…} {tel:…} {org:…}
              + "|\\{\\d+(, *\\w+)?}" // {0} {0, number}
              + "|\\{(region|municipalities)}"
              + "|\\{(\\d+|municipality_count), *(plural|select|selectordinal),"
              + "|(=\\d+|zero|one|two|few|many|other) *(?=\\{)"
              + "|(?<=])\\([^)]*\\)"); // [words](slug)

  private static final Pattern FRONT_MATTER_LINE =
      Pattern.compile("(title|description|answer): \"(.*)\"");

  private PseudoLanguage() {}

  /**
   * Writes the {@linkplain ContentCopy content of tests} into the folder and adds this language.
   */
  public static void write(Path folder) throws IOException {
    // An earlier run may have left files that no longer exist in the sources.
    FileUtils.deleteDirectory(folder.resolve("i18n").toFile());
    FileUtils.deleteDirectory(folder.resolve("content").toFile());
    ContentCopy.into(folder);
    Path i18n = folder.resolve("i18n");
    Languages real = Languages.read(i18n);
    if (real.byCode(LANGUAGE.code()).isPresent()) {
      throw new IllegalStateException(
          LANGUAGE.code() + " is in i18n/languages.txt; give PseudoLanguage another code");
    }
    Path list = i18n.resolve("languages.txt");
    Files.writeString(list, Files.readString(list).stripTrailing() + "\n" + LANGUAGE.code() + "\n");
    for (BundleFolder bundle : EditedFiles.of(folder).bundles()) {
      if (!bundle.desk()) {
        writeBundle(bundle);
      }
    }
    Content dutch = Content.read(folder.resolve("content"), new Languages(List.of(Language.DUTCH)));
    for (PageFacts page : dutch.pages()) {
      String dutchFingerprint = dutch.page(Language.DUTCH, page.slug()).orElseThrow().fingerprint();
      writePage(folder.resolve("content"), page.slug() + ".md", dutchFingerprint);
    }
  }

  /** Transliterates a text, except what {@link #NOT_TRANSLITERATED} matches. */
  static String transliterateText(String text) {
    StringBuilder transliterated = new StringBuilder();
    Matcher notTransliterated = NOT_TRANSLITERATED.matcher(text);
    int from = 0;
    while (notTransliterated.find()) {
      transliterated
          .append(transliterateLetters(text.substring(from, notTransliterated.start())))
          .append(notTransliterated.group());
      from = notTransliterated.end();
    }
    return transliterated.append(transliterateLetters(text.substring(from))).toString();
  }

  private static String transliterateLetters(String text) {
    StringBuilder letters = new StringBuilder();
    java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .map(c -> LATIN.indexOf(c) < 0 ? c : HEBREW.charAt(LATIN.indexOf(c)))
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static void writeBundle(BundleFolder bundle) throws IOException {
    StringBuilder file = new StringBuilder();
    for (Map.Entry<String, BundleFile.Entry> text :
        BundleFile.read(bundle, Language.DUTCH).texts().entrySet()) {
      String dutch = text.getValue().text();
      file.append("#= ").append(Fingerprint.of(dutch)).append('\n');
      file.append(text.getKey()).append('=').append(transliterateText(dutch)).append('\n');
    }
    Files.writeString(bundle.folder().resolve(LANGUAGE.code() + ".properties"), file);
  }

  private static void writePage(Path content, String name, String dutchFingerprint)
      throws IOException {
    StringBuilder page = new StringBuilder();
    int delimiters = 0;
    for (String line : Files.readAllLines(content.resolve("nl").resolve(name))) {
      Matcher property = FRONT_MATTER_LINE.matcher(line);
      if (delimiters < 2 && line.equals("---")) {
        delimiters++;
        page.append(delimiters == 2 ? "of: \"" + dutchFingerprint + "\"\n---\n" : "---\n");
      } else if (delimiters < 2 && property.matches()) {
        page.append(property.group(1))
            .append(": \"")
            .append(transliterateText(property.group(2)))
            .append("\"\n");
      } else {
        page.append(transliterateText(line)).append('\n');
      }
    }
    Path folder = Files.createDirectories(content.resolve(LANGUAGE.code()));
    Files.writeString(folder.resolve(name), page);
  }
}
