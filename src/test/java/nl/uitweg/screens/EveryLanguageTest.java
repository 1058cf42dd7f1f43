package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/**
 * Checks every screen in every language. {@link Screens} has already checked the status codes when
 * it collected them.
 */
@ServerTest
class EveryLanguageTest {

  @Test
  void hasEveryScreenInEveryLanguage() {
    List<String> dutch = names("nl");
    for (String language : Screens.languages()) {
      assertThat(names(language)).as(language).containsExactlyElementsOf(dutch);
    }
  }

  @Test
  void declaresLanguageAndDirectionOnEveryScreen() {
    for (Screen screen : Screens.all()) {
      String direction = new Language(screen.language()).direction();
      assertThat(screen.html())
          .as(screen.toString())
          .startsWith("<!DOCTYPE html>")
          .containsOnlyOnce("<html ")
          .contains("<html lang=\"" + screen.language() + "\" dir=\"" + direction + "\">");
    }
  }

  private static List<String> names(String language) {
    return Screens.in(language).stream().map(Screen::name).toList();
  }
}
