package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/**
 * Validates the HTML of every screen, because browsers and screen readers handle invalid HTML
 * differently.
 */
@ServerTest
class ValidHtmlTest {

  @Test
  void rendersValidHtmlOnEveryScreen() throws Exception {
    HtmlValidator validator = new HtmlValidator("screens");
    for (Screen screen : Screens.all()) {
      validator.add(screen.toString(), screen.html());
    }
    assertThat(validator.errors()).isEmpty();
  }

  @Test
  void detectsInvalidHtml() throws Exception {
    String page = Screens.in("nl").get(0).html();
    HtmlValidator validator = new HtmlValidator("mistakes");
    validator.add("twice", page.replace("<main id=", "<main id=\"x\" id="));
    validator.add("wizard", page.replace("</main>", "<p role=\"wizard\"></main>"));
    assertThat(validator.errors())
        .anyMatch(error -> error.contains("twice.html") && error.contains("Duplicate attribute"))
        .anyMatch(error -> error.contains("wizard.html") && error.contains("role"));
  }
}
