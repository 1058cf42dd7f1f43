package nl.uitweg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The style guide shows every component that the stylesheet of the public pages has. */
class StyleguideTest {

  private static final Path STYLES = Path.of("src/main/resources/css");
  private static final List<String> PUBLIC = List.of("base", "components", "form", "frame");
  private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
  private static final Pattern CLASS_ATTRIBUTE = Pattern.compile("class=\"([^\"]*)\"");

  /** States of the whole page, which have no component. */
  private static final Set<String> WITHOUT_COMPONENT = Set.of("leaving");

  @Test
  void showsEveryComponent() throws IOException {
    Set<String> missing = new TreeSet<>(classesOfStylesheet());
    missing.removeAll(shownClasses());
    missing.removeAll(WITHOUT_COMPONENT);
    assertThat(missing).isEmpty();
  }

  @Test
  void showsHoverAndFocusWithoutPointer() throws IOException {
    assertThat(page("a:hover { color: red } .x:focus-visible { top: 0 }"))
        .contains("a.is-hovered{ color: red }")
        .contains(".x.is-focused{ top: 0 }");
  }

  @Test
  void showsTokensOnceAndEveryPictogram() throws IOException {
    String page = page(":root { --uw-ink: #123456 } @media x { :root { --uw-ink: #fff } }");
    assertThat(page).containsOnlyOnce("<code>--uw-ink</code>");
    assertThat(page).contains("<span>house</span>").doesNotContain("{picture:");
  }

  private static String page(String stylesheet) throws IOException {
    return Styleguide.page(stylesheet, false);
  }

  private static Set<String> classesOfStylesheet() throws IOException {
    Set<String> classes = new TreeSet<>();
    for (String name : PUBLIC) {
      String selectors =
          Files.readString(STYLES.resolve(name + ".css"))
              .replaceAll("(?s)/\\*.*?\\*/", "")
              .replaceAll("\\{[^{}]*}", " ");
      CLASS.matcher(selectors).results().map(found -> found.group(1)).forEach(classes::add);
    }
    return classes;
  }

  private static Set<String> shownClasses() throws IOException {
    return CLASS_ATTRIBUTE
        .matcher(page(""))
        .results()
        .flatMap(found -> List.of(found.group(1).split("\\s+")).stream())
        .collect(Collectors.toSet());
  }
}
