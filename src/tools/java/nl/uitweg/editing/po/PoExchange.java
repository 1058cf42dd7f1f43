package nl.uitweg.editing.po;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private PoExchange() {}

  /**
   * Exports all texts that visitors read to a PO file, and prints their number.
   *
   * @param code code of the language to translate into
   * @throws IllegalStateException when the code is that of Dutch or is not a language code
   */
  public static void exportFile(Path root, String code, Path file, PrintStream out)
      throws IOException {
    SourceTexts texts = new SourceTexts(root, language(code));
    Files.writeString(file, PoExport.of(texts));
    out.println(texts.all().size() + " texts written to " + file.getFileName());
  }

  /**
   * Imports a PO file, and prints what was rejected and how many texts were imported.
   *
   * @return whether every text was accepted
   * @throws IllegalStateException when the code is that of Dutch or is not a language code, or the
   *     file is not a PO file
   */
  public static boolean importFile(Path root, String code, Path file, PrintStream out)
      throws IOException {
    Language language = language(code);
    PoImport.Result result =
        PoImport.importFile(new SourceTexts(root, language), Files.readString(file));
    result.rejected().forEach(out::println);
    out.println(
        result.imported().size() + " texts imported, " + result.rejected().size() + " rejected");
    if (Languages.read(root.resolve("i18n")).byCode(code).isEmpty()) {
      out.println("The site shows " + code + " after it is added to i18n/languages.txt.");
    }
    return result.rejected().isEmpty();
  }

  private static Language language(String code) {
    if (code.equals(Language.DUTCH.code()) || !LANGUAGE_CODE.matcher(code).matches()) {
      throw new IllegalStateException(
          code + " is not a language to translate into; use a code such as pl or zh-Hans");
    }
    return new Language(code);
  }
}
