package nl.uitweg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import nl.uitweg.testsupport.StubRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a form leads back to a list of the desk and never elsewhere. */
class ReturnAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?state=new&page=2",
        "?place=Caf%C3%A9+aan+Zee",
        "/search/AbC-_9",
        "/lookalikes",
        "/purge",
        "/agenda?day=2026-11-25",
        "/dossiers/7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab/referral"
      })
  void leadsBackToAList(String list) {
    StubRequest request = StubRequest.ofVisitor().parameter("from", list);
    assertThat(ReturnAddress.of(request.request())).isEqualTo("/backoffice" + list);
    String query = ReturnAddress.query(request.request());
    assertThat(query).startsWith("?from=").isEqualTo(ReturnAddress.fromList("/backoffice" + list));
    assertThat(ReturnAddress.listIn(query)).isEqualTo(list);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "//evil.example",
        "https://evil.example",
        "/reports/7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab",
        "@evil.example",
        "/search/../../x",
        "?view=all&%",
        "?view=%zz",
        "?x=\r\nSet-Cookie:a"
      })
  void leadsToTheInboxOtherwise(String elsewhere) {
    StubRequest request = StubRequest.ofVisitor().parameter("from", elsewhere);
    assertThat(ReturnAddress.of(request.request())).isEqualTo("/backoffice");
    assertThat(ReturnAddress.query(request.request())).isEmpty();
  }

  @Test
  void acceptsAnAddressOfAtMost2000Characters() {
    String longest = "?" + "a".repeat(1_999);
    assertThat(ReturnAddress.of(from(longest))).isEqualTo("/backoffice" + longest);
    assertThat(ReturnAddress.of(from(longest + "a"))).isEqualTo("/backoffice");
    assertThat(ReturnAddress.of(StubRequest.ofVisitor().request())).isEqualTo("/backoffice");
    assertThat(ReturnAddress.listIn("")).isEmpty();
  }

  private static HttpServerRequest from(String list) {
    return StubRequest.ofVisitor().parameter("from", list).request();
  }
}
