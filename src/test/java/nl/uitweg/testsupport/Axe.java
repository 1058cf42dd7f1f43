package nl.uitweg.testsupport;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Accessibility violations that axe-core finds on the current page. The script runs in the page
 * itself and reports violations only. The {@code AxeBuilder} of the library is not used: it opens a
 * second page for every run and also transfers the rules that passed.
 */
public final class Axe {

  private static final String SCRIPT = read();
  private static final String RUN =
      """
      async disabled => {
        const rules = Object.fromEntries(disabled.map(id => [id, {enabled: false}]));
        const results = await axe.run(document, {resultTypes: ['violations'], rules});
        return results.violations.map(rule =>
            rule.id + ': ' + rule.nodes.map(node => node.target.join(' ') + ' ' + node.html).slice(0, 3).join(' | '));
      }
      """;

  private Axe() {}

  /**
   * One line per violated rule: its id and the first three elements that violate it.
   *
   * @param disabled ids of rules that are not checked
   */
  @SuppressWarnings("unchecked")
  public static List<String> violations(Page page, String... disabled) {
    if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
      page.evaluate(SCRIPT + "\nundefined");
    }
    return (List<String>) page.evaluate(RUN, List.of(disabled));
  }

  private static String read() {
    try (InputStream file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      if (file == null) {
        throw new IllegalStateException(
            "axe.min.js is not in the axe-core library on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
