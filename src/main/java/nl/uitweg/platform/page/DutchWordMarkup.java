package nl.uitweg.platform.page;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.stream.Collectors;
import nl.uitweg.platform.i18n.DutchWords;

/** For templates: {@code text.words} shows a text with its Dutch words marked as Dutch. */
final class DutchWordMarkup {

  private DutchWordMarkup() {}

  /** As HTML; what is HTML in the text is shown as text. */
  @TemplateExtension
  static RawString words(String text) {
    return new RawString(
        DutchWords.split(text).stream()
            .map(piece -> piece.dutch() ? dutch(piece.text()) : escaped(piece.text()))
            .collect(Collectors.joining()));
  }

  private static String dutch(String text) {
    return "<span lang=\"nl\" dir=\"ltr\">" + escaped(text) + "</span>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
