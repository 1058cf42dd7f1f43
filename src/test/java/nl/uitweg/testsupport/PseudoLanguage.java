package nl.uitweg.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.PageFacts;
import nl.uitweg.content.file.Fingerprint;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.apache.commons.io.FileUtils;

/**
 * A language that nobody speaks, written from right to left: the Dutch texts letter by letter in
 * Hebrew script. It shows every page mirrored before the first real translation from right to left
 * is there, and a Latin word on its pages is a text that stands in a template instead of in {@code
 * i18n/}.
 *
 * <p>It is made for the tests and never shipped. Hebrew is on no list of languages that the site
 * will get, and unlike Arabic it has no joined letters, so that one Latin letter can become one
 * letter. Should Hebrew become a real language, this one goes on under another code.
 */
public final class PseudoLanguage {

  public static final Language LANGUAGE = new Language("he");

  private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
  private static final String HEBREW = "אבגדהוזחטיךכלםמןנסעףפץצקרש";

  /** What means something to the site stays: marks, arguments, targets of links. */
  private static final Pattern KEPT =
      Pattern.compile(
          "\\{[a-z]+:[^{}]*}" // {nl:…} {tel:…} {org:…}
              + "|\\{\\d+(, *\\w+)?}" // {0} {0, number}
              + "|\\{\\d+, *(plural|select|selectordinal),"
              + "|(=\\d+|zero|one|two|few|many|other) *(?=\\{)"
              + "|(?<=])\\([^)]*\\)"); // [words](slug)

  private static final Pattern HEAD = Pattern.compile("(title|description|answer): \"(.*)\"");

  private PseudoLanguage() {}

  /** Writes {@code content/} and {@code i18n/} with this language added into the folder. */
  public static void write(Path folder) throws IOException {
    FileUtils.deleteDirectory(
        folder.resolve("i18n").toFile()); // of another run, with other bundles
    FileUtils.deleteDirectory(folder.resolve("content").toFile());
    copy(Path.of("i18n"), folder);
    copy(Path.of("content"), folder);
    Path i18n = folder.resolve("i18n");
    Languages real = Languages.read(i18n);
    if (real.byCode(LANGUAGE.code()).isPresent()) {
      throw new IllegalStateException(
          LANGUAGE.code() + " is a real language now: give PseudoLanguage another code");
    }
    Path list = i18n.resolve("languages.txt");
    Files.writeString(list, Files.readString(list).stripTrailing() + "\n" + LANGUAGE.code() + "\n");
    for (BundleFolder bundle : BundleFolder.all(i18n)) {
      if (!bundle.desk()) {
        translateBundle(bundle);
      }
    }
    Content dutch = Content.read(folder.resolve("content"), new Languages(List.of(Language.DUTCH)));
    for (PageFacts page : dutch.pages()) {
      String of = dutch.page(Language.DUTCH, page.slug()).orElseThrow().fingerprint();
      translatePage(folder.resolve("content"), page.slug() + ".md", of);
    }
  }

  /** The text in this language; what stands in braces and behind links stays. */
  static String translate(String text) {
    StringBuilder translated = new StringBuilder();
    Matcher kept = KEPT.matcher(text);
    int from = 0;
    while (kept.find()) {
      translated.append(letters(text.substring(from, kept.start()))).append(kept.group());
      from = kept.end();
    }
    return translated.append(letters(text.substring(from))).toString();
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .map(c -> LATIN.indexOf(c) < 0 ? c : HEBREW.charAt(LATIN.indexOf(c)))
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static void translateBundle(BundleFolder bundle) throws IOException {
    StringBuilder file = new StringBuilder();
    for (Map.Entry<String, BundleFile.Entry> text :
        BundleFile.read(bundle, Language.DUTCH).texts().entrySet()) {
      String dutch = text.getValue().text();
      file.append("#= ").append(Fingerprint.of(dutch)).append('\n');
      file.append(text.getKey()).append('=').append(translate(dutch)).append('\n');
    }
    Files.writeString(bundle.folder().resolve(LANGUAGE.code() + ".properties"), file);
  }

  private static void translatePage(Path content, String name, String of) throws IOException {
    StringBuilder page = new StringBuilder();
    int rules = 0;
    for (String line : Files.readAllLines(content.resolve("nl").resolve(name))) {
      Matcher head = HEAD.matcher(line);
      if (rules < 2 && line.equals("---")) {
        rules++;
        page.append(rules == 2 ? "of: \"" + of + "\"\n---\n" : "---\n");
      } else if (rules < 2 && head.matches()) {
        page.append(head.group(1)).append(": \"").append(translate(head.group(2))).append("\"\n");
      } else {
        page.append(translate(line)).append('\n');
      }
    }
    Path folder = Files.createDirectories(content.resolve(LANGUAGE.code()));
    Files.writeString(folder.resolve(name), page);
  }

  private static void copy(Path from, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Path target = folder.resolve(file.toString());
              if (Files.isDirectory(file)) {
                Files.createDirectories(target);
              } else {
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
