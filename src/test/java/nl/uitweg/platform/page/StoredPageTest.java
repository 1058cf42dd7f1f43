package nl.uitweg.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredPageTest {

  private final StoredPage page = StoredPage.html("/nl", "<p>\n   hallo  wereld\n</p>");

  @Test
  void sendsPlainBytesToABrowserWithoutEncodings() {
    assertThat(page.variant(null).encoding()).isNull();
    assertThat(page.variant("identity").encoding()).isNull();
  }

  /** Values of RFC 9110, section 12.5.3; a malformed weight means that nothing is known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "br|br",
        "gzip, deflate, br, zstd|br",
        "BR|br",
        "br;q=1.0|br",
        "br ; q=0.001, gzip|br",
        "br;q=0, gzip|gzip",
        "br;q=0.000,gzip;q=1|gzip",
        "br;q=x|",
        "br;level=1|",
        "brotli|",
        "*|",
        ";,,|"
      })
  void sendsTheEncodingThatTheBrowserAccepts(String accepted, @Nullable String encoding) {
    page.compress(5);
    assertThat(page.variant(accepted).encoding()).isEqualTo(encoding);
  }

  @Test
  void sendsPlainBytesUntilCompressed() {
    assertThat(page.variant("br, gzip").encoding()).isNull();
    page.compress(5);
    assertThat(page.variant("br, gzip").encoding()).isEqualTo("br");
    assertThat(page.variant("gzip").encoding()).isEqualTo("gzip");
  }

  @Test
  void givesEachEncodingItsOwnEtag() {
    page.compress(5);
    assertThat(page.variant("br").etag())
        .isNotEqualTo(page.variant("gzip").etag())
        .isNotEqualTo(page.variant(null).etag());
  }

  @Test
  void removesIndentationOnly() {
    assertThat(new String(page.variant(null).bytes(), StandardCharsets.UTF_8))
        .isEqualTo("<p>\nhallo  wereld\n</p>\n");
  }
}
