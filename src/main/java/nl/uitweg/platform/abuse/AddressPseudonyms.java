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
 * Turns an IP address into a pseudonym that is valid for one hour: a keyed hash whose key exists in
 * memory only. All addresses of one IPv6 /64 network have the same pseudonym, because a household
 * has at least a /64 (RFC 6177) and could otherwise use another address for each attempt.
 */
@Singleton
class AddressPseudonyms {

  private static final int KEY_BYTES = 32;
  private static final int IPV6_NETWORK_BYTES = 8;
  private static final int IPV6_COARSE_BYTES = 7;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private byte[] key = new byte[0];
  private Instant keyHour = Instant.MIN;

  AddressPseudonyms(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param address IPv4 or IPv6 literal; any other text gets a pseudonym of its own
   * @return 32 hexadecimal digits
   */
  String pseudonym(String address) {
    return pseudonym(address, IPV6_NETWORK_BYTES);
  }

  /**
   * A coarser pseudonym, equal for all addresses of an IPv6 /56 network, which many households have
   * (RFC 6177).
   */
  String coarsePseudonym(String address) {
    return pseudonym(address, IPV6_COARSE_BYTES);
  }

  private synchronized String pseudonym(String address, int networkBytes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (!now.equals(keyHour)) {
      keyHour = now;
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
      // Converts an IPv4-mapped IPv6 address (::ffff:192.0.2.1) to IPv4.
      byte[] canonical = InetAddress.getByAddress(bytes).getAddress();
      return canonical.length > IPV6_NETWORK_BYTES
          ? Arrays.copyOf(canonical, networkBytes)
          : canonical;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address has 4 or 16 bytes", e);
    }
  }
}
