package nl.uitweg.platform.page;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes ready to send, with a validator, and once {@link #compress} was called with their brotli
 * and gzip twins. Arrays are never changed after construction.
 */
public final class StoredPage {

  private final String path;
  private final String type;
  private final String hash;
  private final byte[] plain;
  private volatile Twins twins = Twins.NONE;

  /** Null where there is none: not yet, or no encoder is packaged for this machine. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Twins(byte @Nullable [] gzip, byte @Nullable [] brotli) {
    static final Twins NONE = new Twins(null, null);
  }

  /** One representation of the page. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Variant(@Nullable String encoding, byte[] bytes, String etag) {}

  private StoredPage(String path, String type, byte[] plain) {
    this.path = path;
    this.type = type;
    this.plain = plain;
    this.hash = hashOf(plain);
  }

  static StoredPage of(String path, String type, byte[] bytes) {
    return new StoredPage(path, type, bytes);
  }

  static StoredPage html(String path, String html) {
    return of(path, "text/html; charset=utf-8", Minifier.html(html).getBytes(StandardCharsets.UTF_8));
  }

  public String path() {
    return path;
  }

  public String type() {
    return type;
  }

  /** First 12 hexadecimal digits of the SHA-256 of the content. */
  public String hash() {
    return hash;
  }

  public byte[] plain() {
    return plain;
  }

  /**
   * Makes the twins, some tens of milliseconds with the best quality; until then the page is sent
   * as it is.
   *
   * @param quality of brotli, 0 to 11
   */
  public void compress(int quality) {
    if (twins.gzip() == null) {
      twins = new Twins(gzip(plain), brotli(plain, quality));
    }
  }

  /**
   * The smallest representation that is there and that the {@code Accept-Encoding} header allows
   * (RFC 9110, 12.5.3).
   */
  public Variant variant(@Nullable String acceptEncoding) {
    String accepted = acceptEncoding == null ? "" : acceptEncoding.toLowerCase(Locale.ROOT);
    Twins made = twins;
    if (made.brotli() != null && accepts(accepted, "br")) {
      return new Variant("br", made.brotli(), "\"" + hash + "-br\"");
    }
    if (made.gzip() != null && accepts(accepted, "gzip")) {
      return new Variant("gzip", made.gzip(), "\"" + hash + "-gz\"");
    }
    return new Variant(null, plain, "\"" + hash + "\"");
  }

  private static boolean accepts(String accepted, String encoding) {
    for (String part : accepted.split(",", -1)) {
      String[] pieces = part.strip().split("\\s*;\\s*q=", 2);
      if (pieces[0].strip().equals(encoding)) {
        return pieces.length == 1 || !pieces[1].strip().matches("0(\\.0*)?");
      }
    }
    return false;
  }

  private static String hashOf(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte @Nullable [] brotli(byte[] bytes, int quality) {
    if (!Brotli4jLoader.isAvailable()) {
      return null;
    }
    try {
      return Encoder.compress(bytes, new Encoder.Parameters().setQuality(quality));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
