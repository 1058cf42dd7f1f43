package nl.uitweg.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import java.awt.Color;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/**
 * The NL Design System tokens of a municipality change the computed styles of the pages in a real
 * browser.
 */
@ServerTest
class MunicipalityThemeTest {

  private static final Map<String, String> MUNICIPALITY =
      Map.ofEntries(
          Map.entry("--utrecht-document-background-color", "#fffdf5"),
          Map.entry("--utrecht-document-color", "#202020"),
          Map.entry("--utrecht-document-font-family", "Georgia, serif"),
          Map.entry("--utrecht-heading-1-color", "#3b0764"),
          Map.entry("--utrecht-link-color", "var(--utrecht-color-brand)"),
          Map.entry("--utrecht-color-brand", "#4a1d7a"),
          Map.entry("--utrecht-button-border-radius", "12px"),
          Map.entry("--utrecht-button-primary-action-background-color", "#4a1d7a"),
          Map.entry("--utrecht-button-primary-action-color", "#fffff0"),
          Map.entry("--utrecht-form-control-border-color", "#303030"),
          Map.entry("--utrecht-form-control-border-width", "1px"),
          Map.entry("--utrecht-page-footer-background-color", "#f0eaff"));

  @TestHTTPResource("/")
  String root;

  @Test
  void appliesTheTokensOfAMunicipality() {
    try (BrowserContext visitor = Browser.visitor(360, false, "nl-NL")) {
      Page page = visitor.newPage();
      Locator button = page.locator("main .utrecht-button--primary-action").first();
      Locator field = page.locator("#code");

      page.navigate(root + "nl/code");
      assertThat(style(button, "background-color"))
          .isEqualTo(rgb(theme().light().get("--uw-primary")));
      assertThat(style(field, "border-top-width")).isEqualTo("2px");

      visitor.route("**/style-*.css", MunicipalityThemeTest::serveMunicipalityTheme);
      page.navigate(root + "nl/code");
      assertThat(style(page.locator("body"), "background-color")).isEqualTo("rgb(255, 253, 245)");
      assertThat(style(page.locator("body"), "color")).isEqualTo("rgb(32, 32, 32)");
      assertThat(style(page.locator("body"), "font-family")).isEqualTo("Georgia, serif");
      assertThat(style(page.locator("h1"), "color")).isEqualTo("rgb(59, 7, 100)");
      assertThat(style(button, "background-color")).isEqualTo("rgb(74, 29, 122)");
      assertThat(style(button, "color")).isEqualTo("rgb(255, 255, 240)");
      assertThat(style(button, "border-radius")).isEqualTo("12px");
      assertThat(style(field, "border-top-color")).isEqualTo("rgb(48, 48, 48)");
      assertThat(style(field, "border-top-width")).isEqualTo("1px");
      assertThat(style(page.locator("footer"), "background-color")).isEqualTo("rgb(240, 234, 255)");

      page.navigate(root + "nl/organisations");
      assertThat(style(page.locator("main a.utrecht-link").first(), "color"))
          .isEqualTo("rgb(74, 29, 122)");
    }
  }

  @Test
  void appliesDarkValuesWhenPreferred() {
    try (BrowserContext visitor = Browser.visitor(360, false, "nl-NL")) {
      Page page = visitor.newPage();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      page.navigate(root + "nl");
      Map<String, String> dark = theme().dark();
      assertThat(style(page.locator("body"), "background-color"))
          .isEqualTo(rgb(dark.get("--uw-ground")));
      assertThat(style(page.locator("body"), "color")).isEqualTo(rgb(dark.get("--uw-ink")));
    }
  }

  private static void serveMunicipalityTheme(Route route) {
    String css = Assets.stylesheetWithoutTheme();
    Theme theme = theme();
    Map<String, String> light = new LinkedHashMap<>(theme.light());
    light.putAll(MUNICIPALITY);
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("text/css")
            .setBody(new Theme(light, theme.dark()).css(css) + css));
  }

  /** The theme of the site under test. */
  private static Theme theme() {
    return Theme.read(Path.of("content"), Assets.stylesheetWithoutTheme());
  }

  /** A colour such as {@code #0b4f5c} as a browser reports it. */
  private static String rgb(String colour) {
    Color rgb = Color.decode(colour);
    return "rgb(%d, %d, %d)".formatted(rgb.getRed(), rgb.getGreen(), rgb.getBlue());
  }

  private static String style(Locator element, String property) {
    return (String)
        element.evaluate(
            "(e, property) => getComputedStyle(e).getPropertyValue(property)", property);
  }
}
