package nl.uitweg.page;

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
 * Bytes ready to send, with their brotli and gzip twins and a validator. Arrays are never changed
 * after construction.
 *
 * @param hash first 12 hexadecimal digits of the SHA-256 of the content
 * @param brotli null on a machine for which no encoder is packaged
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
public record StoredPage(
    String path, String type, String hash, byte[] plain, byte[] gzip, byte @Nullable [] brotli) {

  /** One representation of the page. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Variant(@Nullable String encoding, byte[] bytes, String etag) {}

  static StoredPage of(String path, String type, byte[] bytes) {
    return new StoredPage(path, type, hashOf(bytes), bytes, gzip(bytes), brotli(bytes));
  }

  static StoredPage html(String path, String html) {
    return of(path, "text/html; charset=utf-8", Minify.html(html).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The smallest representation that the {@code Accept-Encoding} header allows (RFC 9110, 12.5.3).
   */
  public Variant variant(@Nullable String acceptEncoding) {
    String accepted = acceptEncoding == null ? "" : acceptEncoding.toLowerCase(Locale.ROOT);
    if (brotli != null && accepts(accepted, "br")) {
      return new Variant("br", brotli, "\"" + hash + "-br\"");
    }
    if (accepts(accepted, "gzip")) {
      return new Variant("gzip", gzip, "\"" + hash + "-gz\"");
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

  private static byte @Nullable [] brotli(byte[] bytes) {
    if (!Brotli4jLoader.isAvailable()) {
      return null;
    }
    try {
      return Encoder.compress(bytes, new Encoder.Parameters().setQuality(11));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
