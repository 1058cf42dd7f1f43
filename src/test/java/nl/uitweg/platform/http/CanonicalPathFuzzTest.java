package nl.uitweg.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.List;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz test: every path is refused, or has one canonical spelling of plain characters. */
class CanonicalPathFuzzTest {

  private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));

  @FuzzTest
  void pathHasOneSpellingOrIsRefused(byte[] input) {
    CanonicalPath canonical = CanonicalPath.of(FuzzText.of(input), LANGUAGES);
    if (!canonical.exists()) {
      assertThat(canonical.status()).isIn(400, 404);
      return;
    }
    assertThat(canonical.path()).matches("(/[A-Za-z0-9._~-]+)+|/");
    assertThat(List.of(canonical.path().split("/", -1))).doesNotContain("..", ".");
    assertThat(CanonicalPath.of(canonical.path(), LANGUAGES)).isEqualTo(canonical);
  }
}
