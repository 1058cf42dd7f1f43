package nl.uitweg.platform.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import nl.uitweg.platform.limits.Origins.Origin;
import org.junit.jupiter.api.Test;

class AddressPseudonymsTest {

  private final AddressPseudonyms addresses = new AddressPseudonyms(Clock.systemUTC());

  @Test
  void pseudonymDoesNotContainTheAddress() {
    assertThat(name("192.0.2.77"))
        .isEqualTo(name("192.0.2.77"))
        .doesNotContain("192.0.2.77")
        .doesNotContain("c000024d"); // the same in hexadecimal
  }

  @Test
  void givesEachIpv4AddressAnOriginAndANetworkOfItsOwn() {
    assertThat(name("192.0.2.78")).isNotEqualTo(name("192.0.2.77"));
    assertThat(network("192.0.2.77")).isEqualTo(name("192.0.2.77"));
  }

  @Test
  void givesOneOriginToAllAddressesOfAnIpv6Household() {
    assertThat(name("2001:db8:1:2::1"))
        .isEqualTo(name("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        .isEqualTo(name("2001:0DB8:1:2:0:0:0:9"))
        .isEqualTo(name("2001:db8:1:ff::1"))
        .isNotEqualTo(name("2001:db8:1:102::1"));
  }

  @Test
  void givesOneNetworkToAllOriginsOfAnIpv6Customer() {
    assertThat(network("2001:db8:1:2::1"))
        .isEqualTo(network("2001:db8:1:ffff::1"))
        .isNotEqualTo(network("2001:db8:2:2::1"))
        .isNotEqualTo(name("2001:db8:1:2::1"));
  }

  @Test
  void treatsIpv4MappedAddressesAsIpv4() {
    assertThat(addresses.origin("::ffff:192.0.2.77"))
        .isEqualTo(addresses.origin("192.0.2.77"))
        .isNotEqualTo(addresses.origin("::ffff:192.0.2.78"));
  }

  @Test
  void givesPseudonymsToTextThatIsNoAddress() {
    assertThat(name("")).isNotEqualTo(name("unix:/run/site.sock"));
    assertThat(name("unix:/run/site.sock"))
        .isEqualTo(network("unix:/run/site.sock"))
        .isEqualTo(addresses.pseudonym("unix:/run/site.sock"))
        .isNotEqualTo(name("unix:/run/desk.sock"));
  }

  @Test
  void changesAllPseudonymsOnTheHour() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T09:00:00Z"));
    AddressPseudonyms hourly =
        new AddressPseudonyms(
            new Clock() {
              @Override
              public ZoneId getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(ZoneId zone) {
                return this;
              }

              @Override
              public Instant instant() {
                return now.get();
              }
            });
    Origin first = hourly.origin("192.0.2.77");
    now.set(Instant.parse("2026-11-25T09:59:59Z"));
    assertThat(hourly.origin("192.0.2.77")).isEqualTo(first);
    now.set(Instant.parse("2026-11-25T10:00:00Z"));
    assertThat(hourly.origin("192.0.2.77")).isNotEqualTo(first);
  }

  @Test
  void differsBetweenProcesses() {
    assertThat(new AddressPseudonyms(Clock.systemUTC()).pseudonym("192.0.2.77"))
        .hasSize(32)
        .isNotEqualTo(addresses.pseudonym("192.0.2.77"));
  }

  private String name(String address) {
    return addresses.origin(address).name();
  }

  private String network(String address) {
    return addresses.origin(address).network();
  }
}
