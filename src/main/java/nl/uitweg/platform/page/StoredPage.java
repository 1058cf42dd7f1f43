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
 * A page or file ready to send, with its entity tag and, once {@link #compress} was called, with
 * its brotli and gzip encodings. Arrays are never changed after construction.
 */
public final class StoredPage {

  private final String path;
  private final String type;
  private final String hash;
  private final byte[] plain;
  private volatile CompressedVariants compressed = CompressedVariants.NONE;

  /**
   * The compressed bytes. Both are null before compression; brotli also when no encoder is packaged
   * for this platform.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record CompressedVariants(byte @Nullable [] gzip, byte @Nullable [] brotli) {
    static final CompressedVariants NONE = new CompressedVariants(null, null);
  }

  /** One representation of the page; the encoding is null when it is not compressed. */
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
    return of(
        path, "text/html; charset=utf-8", Minifier.html(html).getBytes(StandardCharsets.UTF_8));
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
   * Compresses the page, which takes some tens of milliseconds at the highest quality. Until then
   * it is sent uncompressed.
   *
   * @param quality of brotli, 0 to 11
   */
  public void compress(int quality) {
    if (compressed.gzip() == null) {
      compressed = new CompressedVariants(gzip(plain), brotli(plain, quality));
    }
  }

  /**
   * The first of brotli, gzip and uncompressed that is available and that the {@code
   * Accept-Encoding} header accepts (RFC 9110, section 12.5.3).
   */
  public Variant variant(@Nullable String acceptEncoding) {
    String accepted = acceptEncoding == null ? "" : acceptEncoding.toLowerCase(Locale.ROOT);
    CompressedVariants available = compressed;
    if (available.brotli() != null && accepts(accepted, "br")) {
      return new Variant("br", available.brotli(), "\"" + hash + "-br\"");
    }
    if (available.gzip() != null && accepts(accepted, "gzip")) {
      return new Variant("gzip", available.gzip(), "\"" + hash + "-gz\"");
    }
    return new Variant(null, plain, "\"" + hash + "\"");
  }

  private static boolean accepts(String accepted, String encoding) {
    for (String part : accepted.split(",", -1)) {
      String[] parameters = part.strip().split("\\s*;\\s*q=", 2);
      if (parameters[0].strip().equals(encoding)) {
        return parameters.length == 1 || !parameters[1].strip().matches("0(\\.0*)?");
      }
    }
    return false;
  }

  private static String hashOf(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime does not support SHA-256", e);
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
