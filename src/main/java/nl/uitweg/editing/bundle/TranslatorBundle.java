package nl.uitweg.editing.bundle;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/** {@code bin/check-content --export} and {@code --import}: a language as one PO file. */
public final class TranslatorBundle {

  private static final Pattern CODE = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");

  private TranslatorBundle() {}

  public static void write(Path root, String code, Path file, PrintStream out) throws IOException {
    SourceTexts texts = new SourceTexts(root, language(code));
    Files.writeString(file, PoExport.of(texts));
    out.println(texts.all().size() + " texts written to " + file.getFileName());
  }

  /** Whether everything could be taken. */
  public static boolean read(Path root, String code, Path file, PrintStream out)
      throws IOException {
    Language language = language(code);
    PoImport.Result result = PoImport.read(new SourceTexts(root, language), Files.readString(file));
    result.refused().forEach(out::println);
    out.println(result.taken().size() + " texts taken, " + result.refused().size() + " refused");
    if (Languages.read(root.resolve("i18n")).byCode(code).isEmpty()) {
      out.println("The site shows " + code + " when i18n/languages.txt has its line.");
    }
    return result.refused().isEmpty();
  }

  private static Language language(String code) {
    if (code.equals(Language.DUTCH.code()) || !CODE.matcher(code).matches()) {
      throw new IllegalStateException(
          code + " is no language to translate into; write for example pl or zh-Hans");
    }
    return new Language(code);
  }
}
