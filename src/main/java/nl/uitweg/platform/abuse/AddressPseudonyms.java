package nl.uitweg.platform.abuse;

import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Turns an address into a name that lives an hour: a keyed hash whose key is only in memory. All
 * addresses of one IPv6 network of 64 bits have the same name: a household has a whole one (RFC
 * 6177), and could take another address for each try.
 */
@Singleton
class AddressPseudonyms {

  private static final int KEY_BYTES = 32;
  private static final int NETWORK_BYTES = 8;
  private static final int SITE_BYTES = 7;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private byte[] key = new byte[0];
  private Instant hour = Instant.MIN;

  AddressPseudonyms(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param address IPv4 or IPv6 as digits; anything else is a name of its own
   */
  String name(String address) {
    return name(address, NETWORK_BYTES);
  }

  /**
   * A wider name, the same for an IPv6 network of 56 bits, which many a household has (RFC 6177).
   */
  String siteName(String address) {
    return name(address, SITE_BYTES);
  }

  private synchronized String name(String address, int networkBytes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (!now.equals(hour)) {
      hour = now;
      key = new byte[KEY_BYTES];
      random.nextBytes(key);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key);
      return HexFormat.of().formatHex(digest.digest(network(address, networkBytes)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }

  private static byte[] network(String address, int networkBytes) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      return address.getBytes(StandardCharsets.UTF_8);
    }
    try {
      // Also finds the IPv4 address in an IPv6 one that stands for it (::ffff:192.0.2.1).
      byte[] plain = InetAddress.getByAddress(bytes).getAddress();
      return plain.length > NETWORK_BYTES ? Arrays.copyOf(plain, networkBytes) : plain;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address has 4 or 16 bytes", e);
    }
  }
}
