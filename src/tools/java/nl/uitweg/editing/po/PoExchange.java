package nl.uitweg.editing.po;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/**
 * Exports and imports all texts that visitors read in a language as one PO file, for {@code
 * bin/check-content --export} and {@code --import}.
 */
public final class PoExchange {

  private static final Pattern LANGUAGE_CODE =
      Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");

  private static final int MAX_NAMES = 10;

  private PoExchange() {}

  /**
   * Exports all texts that visitors read to a PO file, and prints their numbers.
   *
   * @param code code of the language to translate into
   * @param now time of the export
   * @throws IllegalStateException when the code is that of Dutch or of no language
   */
  public static void exportFile(Path root, String code, Path file, Instant now, PrintStream out)
      throws IOException {
    SourceTexts texts = new SourceTexts(root, language(code));
    Files.writeString(file, PoExport.of(texts, now));
    List<SourceText> all = texts.all();
    out.printf(
        "%s: %d texts written, of which %d are not translated and %d are marked fuzzy because the"
            + " Dutch text changed.%n",
        file.getFileName(),
        all.size(),
        all.stream().filter(text -> text.translation().isEmpty()).count(),
        all.stream().filter(SourceText::stale).count());
  }

  /**
   * Imports a PO file, and prints what was refused and how many texts were imported.
   *
   * @param skipRefused whether to write the accepted texts when others are refused
   * @return whether every text was accepted
   * @throws IllegalStateException when the code is that of Dutch or of no language, or the file as
   *     a whole cannot be used
   */
  public static boolean importFile(
      Path root, String code, Path file, boolean skipRefused, PrintStream out) throws IOException {
    Language language = language(code);
    PoFile po = PoFile.read(file, language);
    ImportResult result = PoImport.run(new SourceTexts(root, language), po, skipRefused);
    print("To look at again; these texts are accepted:", result.hints(), out);
    print("Not complete yet:", result.waiting(), out);
    print("Refused:", result.refused(), out);
    printNames("marked fuzzy and left out", result.fuzzy(), out);
    printNames("not translated", result.untranslated(), out);
    boolean nothing = !result.refused().isEmpty() && !skipRefused;
    out.println(
        nothing
            ? "Nothing is imported. Correct the texts above, or add --skip-refused to import the"
                + " others."
            : result.accepted().size() + " texts imported.");
    if (!nothing && Languages.read(root.resolve("i18n")).byCode(code).isEmpty()) {
      out.println(
          "The site shows "
              + code
              + " when it is in i18n/languages.txt; every text of i18n/ must be translated then.");
    }
    return result.refused().isEmpty();
  }

  private static void print(String heading, List<String> sentences, PrintStream out) {
    if (!sentences.isEmpty()) {
      out.println(heading);
      sentences.forEach(sentence -> out.println("  " + sentence.replace("\n", " ")));
      out.println();
    }
  }

  private static void printNames(String state, List<String> names, PrintStream out) {
    if (!names.isEmpty()) {
      String more = names.size() > MAX_NAMES ? " and " + (names.size() - MAX_NAMES) + " more" : "";
      out.println(
          names.size()
              + " texts are "
              + state
              + ": "
              + String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMES)))
              + more);
    }
  }

  private static Language language(String code) {
    if (code.equals(Language.DUTCH.code()) || !LANGUAGE_CODE.matcher(code).matches()) {
      throw new IllegalStateException(
          code + " is not a language to translate into; use a code such as pl or zh-Hans");
    }
    ULocale locale = ULocale.forLanguageTag(code);
    if (!Arrays.asList(ULocale.getISOLanguages()).contains(locale.getLanguage())
        || locale.getDisplayLanguage(ULocale.ENGLISH).equals(locale.getLanguage())) {
      throw new IllegalStateException(
          code + " is the code of no language; use a code of ISO 639 such as pl or zh-Hans");
    }
    return new Language(code);
  }
}
