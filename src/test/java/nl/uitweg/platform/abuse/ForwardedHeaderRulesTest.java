package nl.uitweg.platform.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.testsupport.StubRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address of a request is believed, and which requests are refused because of it. */
class ForwardedHeaderRulesTest {

  private final AddressPseudonyms addresses = new AddressPseudonyms(Clock.systemUTC());
  private final RequestOrigins origins = new RequestOrigins(addresses);

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "x-forwarded-for"})
  void acceptsOneAddressAndRefusesSeveral(String header) {
    assertThat(status(visitor().header(header, "192.0.2.7"))).isZero();
    assertThat(status(visitor().header(header, "192.0.2.7, 192.0.2.8"))).isEqualTo(400);
    assertThat(status(visitor().header(header, "192.0.2.7").header(header, "192.0.2.8")))
        .isEqualTo(400);
  }

  @Test
  void refusesForwardingHeadersOnTheOnionService() {
    assertThat(status(onion())).isZero();
    assertThat(status(onion().header("X-Forwarded-Proto", "https"))).isEqualTo(400);
    assertThat(status(onion().header("Forwarded", "for=192.0.2.7"))).isEqualTo(400);
    assertThat(status(onion().header("X-Other", "1"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q", "/q/", "/q/health"})
  void hidesManagementPathsFromProxyAndOnionService(String path) {
    assertThat(status(visitor().path(path))).isZero();
    assertThat(status(visitor().path(path).header("X-Forwarded-For", "192.0.2.7"))).isEqualTo(404);
    assertThat(status(onion().path(path))).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nl", "/question", "/nl/q/health"})
  void servesOtherPathsToProxyAndOnionService(String path) {
    assertThat(status(visitor().path(path).header("X-Forwarded-For", "192.0.2.7"))).isZero();
    assertThat(status(onion().path(path))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"uitweg.onion", "UITWEG.ONION", "uitweg.onion."})
  void recognisesTheOnionServiceFromTheMachineItselfOnly(String host) {
    Origin onion = new Origin("onion", true);
    assertThat(origins.of(StubRequest.from("127.0.0.1").host(host).request())).isEqualTo(onion);
    assertThat(origins.of(StubRequest.from("127.9.9.9").host(host).request())).isEqualTo(onion);
    assertThat(origins.of(StubRequest.from("::1").host(host).request())).isEqualTo(onion);
    assertThat(origins.of(StubRequest.from(null).host(host).request())).isEqualTo(onion);
    assertThat(origins.of(StubRequest.from("192.0.2.7").host(host).request()))
        .isEqualTo(addresses.origin("192.0.2.7"));
    assertThat(origins.of(StubRequest.from("2001:db8::1").host(host).request()))
        .isEqualTo(addresses.origin("2001:db8::1"));
  }

  @Test
  void treatsOtherRequestsOfTheMachineItselfByTheirAddress() {
    Origin local = addresses.origin("127.0.0.1");
    assertThat(origins.of(StubRequest.from("127.0.0.1").host("uitweg.example").request()))
        .isEqualTo(local);
    assertThat(origins.of(StubRequest.from("127.0.0.1").host("onion.example").request()))
        .isEqualTo(local);
    assertThat(origins.of(StubRequest.from("127.0.0.1").host(null).request())).isEqualTo(local);
    assertThat(origins.of(StubRequest.from(null).request())).isEqualTo(addresses.origin(""));
  }

  private static StubRequest visitor() {
    return StubRequest.ofVisitor();
  }

  private static StubRequest onion() {
    return StubRequest.from("127.0.0.1").host("uitweg.onion");
  }

  /** The status of the refusal; 0 when the request is not refused. */
  private static int status(StubRequest request) {
    return ForwardedHeaderFilter.refusalStatus(request.request()).orElse(0);
  }
}
