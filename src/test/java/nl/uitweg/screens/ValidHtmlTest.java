package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Validates the HTML of every screen, because browsers and screen readers handle invalid HTML
 * differently.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class ValidHtmlTest {

  @Test
  void rendersValidHtmlOnEveryScreen() throws Exception {
    HtmlValidator pages = new HtmlValidator("screens");
    for (Screen screen : Screens.all()) {
      pages.add(screen.toString(), screen.html());
    }
    assertThat(pages.errors()).isEmpty();
  }

  @Test
  void detectsInvalidHtml() throws Exception {
    String page = Screens.in("nl").get(0).html();
    HtmlValidator pages = new HtmlValidator("mistakes");
    pages.add("twice", page.replace("<main id=", "<main id=\"x\" id="));
    pages.add("wizard", page.replace("</main>", "<p role=\"wizard\"></main>"));
    assertThat(pages.errors())
        .anyMatch(error -> error.contains("twice.html") && error.contains("Duplicate attribute"))
        .anyMatch(error -> error.contains("wizard.html") && error.contains("role"));
  }
}
