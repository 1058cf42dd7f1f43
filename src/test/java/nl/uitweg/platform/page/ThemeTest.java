package nl.uitweg.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which theme files are accepted; an invalid one is reported with file, line and reason. */
class ThemeTest {

  private static final Set<String> BASE = Set.of("--uw-ink");
  private static final String DARK =
      "@media (prefers-color-scheme: dark) {\n  :root { --uw-ink: #fff }\n}\n";
  private static final String STYLESHEET = "a{color:var(--utrecht-link-color,var(--uw-ink))}";

  @Test
  void readsTheThemeOfThisRegion() {
    String css = Assets.stylesheetWithoutTheme();
    Theme theme = Theme.read(Path.of("content"), css);
    assertThat(theme.css(css)).contains("--uw-primary:").doesNotContain("/*");
    assertThat(css).doesNotContain("/*").contains(".exit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--utrecht-link-color: url(https://x.example/a.png) | url( is not allowed in a value",
        "--utrecht-link-color: image-set(x) | image-set( is not allowed in a value",
        "--utrecht-link-color: \\75 rl | the value of --utrecht-link-color is not a valid token value",
        "--utrecht-link-color: 'x | the value of --utrecht-link-color is not a valid token value",
        "--utrecht-link-color: calc(1px | the value of --utrecht-link-color is not a valid token value",
        "--utrecht-link-color: | the value of --utrecht-link-color is not a valid token value",
        "color: red | color is not a token of NL Design System; --utrecht-… or --uw-… is expected",
        "--utrect-link-color: red | --utrect-link-color is not a token of NL Design System; --utrecht-… or --uw-… is expected",
        "--uw-inc: red | --uw-inc is not a known token; known tokens: --uw-ink",
        "a { color: red } | expected --token: value; or the end of the block",
      })
  void reportsFileLineAndReasonOfAnInvalidToken(String broken, String reason) {
    assertThatThrownBy(
            () ->
                ThemeFile.parse(
                    "/* one\n two */\n:root {\n" + broken + ";\n}\n" + DARK, "theme.css", BASE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("theme.css:4: " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@import 'x.css';",
        "a { --uw-ink: #000 }",
        ":root, a { --uw-ink: #000 }",
        "@media print { :root { --uw-ink: #000 } }",
        "</style>",
      })
  void rejectsAnythingOutsideTheTwoBlocks(String other) {
    assertThatThrownBy(
            () -> ThemeFile.parse(":root { --uw-ink: #000 }\n" + DARK + other, "theme.css", BASE))
        .hasMessage(
            "theme.css:5: only :root { … } and @media (prefers-color-scheme: dark) {"
                + " :root { … } } are allowed here");
  }

  @Test
  void requiresLightAndDarkValuesForBaseTokens() {
    assertThatThrownBy(() -> ThemeFile.parse(":root { --uw-ink: #000 }\n", "theme.css", BASE))
        .hasMessage("theme.css:2: --uw-ink needs a value in both blocks, light and dark");
  }

  @Test
  void rendersOnlyTokensThatTheStylesheetUses() {
    Theme theme =
        ThemeFile.parse(
            ":root { --uw-ink: #000; --utrecht-link-color: var(--utrecht-color-blue-35);\n"
                + "--utrecht-color-blue-35: #24578f; --utrecht-topnav-link-color: #123456 }\n"
                + DARK,
            "theme.css",
            BASE);
    assertThat(theme.css(STYLESHEET))
        .isEqualTo(
            ":root{--uw-ink:#000;--utrecht-link-color:var(--utrecht-color-blue-35);"
                + "--utrecht-color-blue-35:#24578f}"
                + "@media screen and (prefers-color-scheme:dark){:root{--uw-ink:#fff}}");
  }
}
