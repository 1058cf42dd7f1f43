package nl.uitweg.platform.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz test: any text in place of an address has one origin, which does not reveal it. */
class AddressFuzzTest {

  private static final AddressPseudonyms ADDRESSES =
      new AddressPseudonyms(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @FuzzTest
  void everyAddressHasOneOrigin(byte[] input) {
    String address = FuzzText.of(input);
    assertThat(ADDRESSES.origin(address)).isEqualTo(ADDRESSES.origin(address));
    assertThat(ADDRESSES.pseudonym(address)).matches("[0-9a-f]{32}");
  }
}
