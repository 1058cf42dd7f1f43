package nl.uitweg.platform.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Fingerprint of a text. A translation stores that of its Dutch source, which shows whether the
 * source has changed since. It is the first 10 hexadecimal digits of the SHA-256 of the text after
 * white space is collapsed.
 */
public final class Fingerprint {

  private Fingerprint() {}

  public static String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.strip().replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime does not support SHA-256", e);
    }
  }
}
