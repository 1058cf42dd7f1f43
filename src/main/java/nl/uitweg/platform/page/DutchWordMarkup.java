package nl.uitweg.platform.page;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.stream.Collectors;
import nl.uitweg.platform.i18n.DutchWords;

/**
 * Template extension: {@code text.withDutchMarked} renders a text with its Dutch words marked as
 * {@code lang="nl"}.
 */
final class DutchWordMarkup {

  private DutchWordMarkup() {}

  /** The text as HTML, escaped. */
  @TemplateExtension
  static RawString withDutchMarked(String text) {
    return new RawString(
        DutchWords.split(text).stream()
            .map(segment -> segment.dutch() ? dutch(segment.text()) : escaped(segment.text()))
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
