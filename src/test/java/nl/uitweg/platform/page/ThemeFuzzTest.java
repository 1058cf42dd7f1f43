package nl.uitweg.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz test: a theme holds design tokens only, or is refused with file, line and reason. */
class ThemeFuzzTest {

  private static final String STYLESHEET = "a{color:var(--utrecht-link-color,var(--uw-ink))}";

  @FuzzTest
  void holdsTokensOnlyOrIsRefused(byte[] input) {
    try {
      Theme theme = ThemeFile.parse(FuzzText.of(input), "theme.css", Set.of("--uw-ink"));
      assertThat(theme.css(STYLESHEET))
          .doesNotContainIgnoringCase("url(")
          .doesNotContain("@import", "<", "\\", "//");
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageMatching("(?s)theme\\.css:\\d+: .+");
    }
  }
}
