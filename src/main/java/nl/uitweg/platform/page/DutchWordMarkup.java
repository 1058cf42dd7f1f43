package nl.uitweg.platform.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import nl.uitweg.platform.i18n.DutchWords;

/**
 * Template extension: {@code text.withDutchMarked} renders a text with its Dutch words marked as
 * {@code lang="nl"}.
 */
final class DutchWordMarkup {

  private DutchWordMarkup() {}

  @CheckedTemplate(basePath = "platform/page")
  static class Templates {
    static native TemplateInstance dutchWords(List<DutchWords.Segment> segments);
  }

  @TemplateExtension
  static TemplateInstance withDutchMarked(String text) {
    return Templates.dutchWords(DutchWords.split(text));
  }
}
