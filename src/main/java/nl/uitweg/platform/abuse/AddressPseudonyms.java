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
import nl.uitweg.platform.limits.Origins.Origin;

/**
 * Turns IP addresses and other text into pseudonyms that are valid for one hour: a keyed hash whose
 * key exists in memory only. Decides which IPv6 addresses count as one origin and as one network.
 */
@Singleton
class AddressPseudonyms {

  private static final int KEY_BYTES = 32;
  private static final int IPV4_BYTES = 4;

  /** A /56: what a household gets (RFC 6177), which has 256 networks of the size /64. */
  private static final int IPV6_ORIGIN_BYTES = 7;

  /** A /48: the largest network that one customer commonly gets, which has 256 of size /56. */
  private static final int IPV6_NETWORK_BYTES = 6;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private byte[] key = new byte[0];
  private Instant keyHour = Instant.MIN;

  AddressPseudonyms(Clock clock) {
    this.clock = clock;
  }

  /**
   * The origin of an address: the IPv4 address itself, or the IPv6 /56 network, which belongs to a
   * /48 network.
   *
   * @param address IPv4 or IPv6 literal; any other text is an origin of its own
   */
  synchronized Origin origin(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      return new Origin(pseudonym(address), false);
    }
    byte[] canonical = canonical(bytes);
    return canonical.length == IPV4_BYTES
        ? new Origin(hash(canonical), false)
        : new Origin(
            hash(Arrays.copyOf(canonical, IPV6_ORIGIN_BYTES)),
            hash(Arrays.copyOf(canonical, IPV6_NETWORK_BYTES)),
            false);
  }

  /**
   * The pseudonym of any text during this hour.
   *
   * @return 32 hexadecimal digits
   */
  synchronized String pseudonym(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  private String hash(byte[] bytes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (!now.equals(keyHour)) {
      keyHour = now;
      key = new byte[KEY_BYTES];
      random.nextBytes(key);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key);
      return HexFormat.of().formatHex(digest.digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime does not support SHA-256", e);
    }
  }

  /** Converts an IPv4-mapped IPv6 address (::ffff:192.0.2.1) to IPv4. */
  private static byte[] canonical(byte[] address) {
    try {
      return InetAddress.getByAddress(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("The address does not have 4 or 16 bytes", e);
    }
  }
}
