package nl.uitweg.platform.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A page or file ready to send, with its entity tag and, once {@link #compress} was called, with
 * its brotli and gzip encodings. Arrays are never changed after construction.
 */
public final class StoredPage {

  private static final int GZIP_LEVEL = 6;

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
      compressed =
          new CompressedVariants(
              Compression.gzip(plain, GZIP_LEVEL), Compression.brotli(plain, quality));
    }
  }

  /**
   * The first of brotli, gzip and uncompressed that is available and that the {@code
   * Accept-Encoding} header accepts (RFC 9110, section 12.5.3).
   */
  public Variant variant(@Nullable String acceptEncoding) {
    CompressedVariants available = compressed;
    if (available.brotli() != null && Compression.accepts(acceptEncoding, Compression.BROTLI)) {
      return new Variant(Compression.BROTLI, available.brotli(), "\"" + hash + "-br\"");
    }
    if (available.gzip() != null && Compression.accepts(acceptEncoding, Compression.GZIP)) {
      return new Variant(Compression.GZIP, available.gzip(), "\"" + hash + "-gz\"");
    }
    return new Variant(null, plain, "\"" + hash + "\"");
  }

  private static String hashOf(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime does not support SHA-256", e);
    }
  }
}
