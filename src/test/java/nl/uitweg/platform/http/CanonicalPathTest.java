package nl.uitweg.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.impl.HttpUtils;
import java.util.List;
import java.util.Random;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {

  private static final Languages LANGUAGES =
      new Languages(List.of(Language.DUTCH, Language.ENGLISH, new Language("zh-Hans")));

  private static final List<String> PIECES =
      List.of(
          "/",
          "/",
          ".",
          "..",
          "%2e",
          "%2F",
          "%25",
          "%6e",
          "%zz",
          "%",
          ";",
          "\\",
          "nl",
          "EN",
          "zh",
          "code",
          "backoffice",
          "x",
          "\u0000",
          "\u00e9",
          "?",
          "#",
          "~");

  @ParameterizedTest
  @CsvSource({
    "/,/",
    "//,/",
    "/nl,/nl",
    "/nl/,/nl",
    "/NL/code,/nl/code",
    "/ZH/code,/zh-Hans/code",
    "/nl//code/.,/nl/code",
    "/nl/x/../code,/nl/code",
    "/../../nl,/nl",
    "/%6el/%63ode,/nl/code",
    "/nl/%2e%2E/en,/en",
    "/style-0a.css,/style-0a.css",
    "/code/EN,/code/EN"
  })
  void normalisesSpellings(String raw, String canonical) {
    assertThat(CanonicalPath.of(raw, LANGUAGES)).isEqualTo(new CanonicalPath(200, canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "nl",
        "/nl;x",
        "/nl%3b",
        "/nl%2fcode",
        "/nl\\code",
        "/%256el",
        "/nl%00",
        "/é"
      })
  void rejectsOtherCharacters(String raw) {
    assertThat(CanonicalPath.of(raw, LANGUAGES).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%4", "/%zz", "/nl;x%zz", "/%-1"})
  void rejectsInvalidEncoding(String raw) {
    assertThat(CanonicalPath.of(raw, LANGUAGES).status()).isEqualTo(400);
  }

  @Test
  void isIdempotent() {
    Random random = new Random(13);
    for (int i = 0; i < 200_000; i++) {
      StringBuilder raw = new StringBuilder("/");
      for (int piece = random.nextInt(9); piece > 0; piece--) {
        raw.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      CanonicalPath canonical = CanonicalPath.of(raw.toString(), LANGUAGES);
      if (canonical.exists()) {
        String path = canonical.path();
        assertThat(CanonicalPath.of(path, LANGUAGES).is(path)).as(path).isTrue();
        assertThat(HttpUtils.normalizePath(path)).isEqualTo(path);
        assertThat(path).matches("/|(/[A-Za-z0-9._~-]+)+").doesNotContain("/./", "/../");
      }
    }
  }
}
