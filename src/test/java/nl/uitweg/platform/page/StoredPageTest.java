package nl.uitweg.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StoredPageTest {

  private final StoredPage page = StoredPage.html("/nl", "<p>\n   hallo  wereld\n</p>");

  @Test
  void sendsPlainBytesToABrowserWithoutEncodings() {
    assertThat(page.variant(null).encoding()).isNull();
    assertThat(page.variant("identity").encoding()).isNull();
    assertThat(page.variant("br;q=0").encoding()).isNull();
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
