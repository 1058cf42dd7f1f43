package nl.uitweg.abuse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import nl.uitweg.signal.form.FormClient;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class CodeThrottleTest {

  @Inject Addresses addresses;
  @Inject CodeThrottle throttle;

  @Test
  void many_right_codes_are_fine_and_many_wrong_ones_have_to_wait() {
    throttle.forget();
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "throttled", "unknown");
    String code = FormClient.code(form.press("send"));
    for (int i = 0; i < 15; i++) {
      assertThat(post(code).statusCode()).isEqualTo(200);
    }
    Set<Integer> seen = new HashSet<>();
    Response last = post("1");
    for (int i = 0; i < 12; i++) {
      last = post("0000 0000 0000 0000 0001");
      seen.add(last.statusCode());
    }
    assertThat(seen).containsExactlyInAnyOrder(422, 429);
    assertThat(last.asString()).contains("<html lang=\"en\"").contains("Your report is safe");
    assertThat(last.header("Set-Cookie")).isNull();
    throttle.forget();
  }

  @Test
  void an_address_has_a_name_without_itself_in_it() {
    assertThat(addresses.name("192.0.2.77"))
        .isEqualTo(addresses.name("192.0.2.77"))
        .doesNotContain("192");
    assertThat(addresses.name("192.0.2.78")).isNotEqualTo(addresses.name("192.0.2.77"));
  }

  private static Response post(String code) {
    return given().formParam("code", code).post("/en/code");
  }
}
