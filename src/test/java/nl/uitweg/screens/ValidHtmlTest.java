package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page that follows the rules is read the same by every browser and every screen reader. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class ValidHtmlTest {

  @Test
  void every_screen_is_valid_html() throws Exception {
    Html pages = new Html("screens");
    for (Screen screen : Screens.all()) {
      pages.add(screen.toString(), screen.html());
    }
    assertThat(pages.errors()).isEmpty();
  }

  @Test
  void a_mistake_is_found() throws Exception {
    String page = Screens.in("nl").get(0).html();
    Html pages = new Html("mistakes");
    pages.add("twice", page.replace("<main id=", "<main id=\"x\" id="));
    pages.add("wizard", page.replace("</main>", "<p role=\"wizard\"></main>"));
    assertThat(pages.errors())
        .anyMatch(error -> error.contains("twice.html") && error.contains("Duplicate attribute"))
        .anyMatch(error -> error.contains("wizard.html") && error.contains("role"));
  }
}
