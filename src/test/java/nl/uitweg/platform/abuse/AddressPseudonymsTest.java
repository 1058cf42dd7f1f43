package nl.uitweg.platform.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class AddressPseudonymsTest {

  private final AddressPseudonyms addresses = new AddressPseudonyms(Clock.systemUTC());

  @Test
  void pseudonymDoesNotContainTheAddress() {
    assertThat(addresses.pseudonym("192.0.2.77"))
        .isEqualTo(addresses.pseudonym("192.0.2.77"))
        .doesNotContain("192.0.2.77")
        .doesNotContain("c000024d"); // the same in hexadecimal
    assertThat(addresses.pseudonym("192.0.2.78")).isNotEqualTo(addresses.pseudonym("192.0.2.77"));
  }

  @Test
  void givesOnePseudonymToAnIpv6Network() {
    assertThat(addresses.pseudonym("2001:db8:1:2::1"))
        .isEqualTo(addresses.pseudonym("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        .isEqualTo(addresses.pseudonym("2001:0DB8:1:2:0:0:0:9"))
        .isNotEqualTo(addresses.pseudonym("2001:db8:1:3::1"));
  }

  @Test
  void givesOneSitePseudonymToAnIpv6Site() {
    assertThat(addresses.coarsePseudonym("2001:db8:1:2::1"))
        .isEqualTo(addresses.coarsePseudonym("2001:db8:1:ff::1"))
        .isNotEqualTo(addresses.coarsePseudonym("2001:db8:1:102::1"));
    assertThat(addresses.coarsePseudonym("192.0.2.77"))
        .isNotEqualTo(addresses.coarsePseudonym("192.0.2.78"));
  }

  @Test
  void treatsIpv4MappedAddressesAsIpv4() {
    assertThat(addresses.pseudonym("::ffff:192.0.2.77"))
        .isEqualTo(addresses.pseudonym("192.0.2.77"))
        .isNotEqualTo(addresses.pseudonym("::ffff:192.0.2.78"));
  }

  @Test
  void givesPseudonymsToTextThatIsNoAddress() {
    assertThat(addresses.pseudonym("")).isNotEqualTo(addresses.pseudonym("unix:/run/site.sock"));
  }
}
