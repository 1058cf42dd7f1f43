package nl.uitweg.platform.page;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The encodings in which text is sent: brotli (RFC 7932) and gzip (RFC 1952). */
public final class Compression {

  public static final String BROTLI = "br";
  public static final String GZIP = "gzip";

  /** A weight above zero after the name of an encoding, such as {@code ;q=0.5}. */
  private static final Pattern WEIGHT =
      Pattern.compile("\\s*;\\s*[qQ]=(?!0(\\.0*)?$)(0(\\.\\d{0,3})?|1(\\.0{0,3})?)");

  private Compression() {}

  /**
   * Whether an {@code Accept-Encoding} header names this encoding (RFC 9110, section 12.5.3); false
   * when its weight is malformed.
   */
  public static boolean accepts(@Nullable String acceptEncoding, String encoding) {
    if (acceptEncoding == null) {
      return false;
    }
    int from = 0;
    while (from <= acceptEncoding.length()) {
      int comma = acceptEncoding.indexOf(',', from);
      int end = comma < 0 ? acceptEncoding.length() : comma;
      String part = acceptEncoding.substring(from, end).strip();
      if (part.equalsIgnoreCase(encoding)) {
        return true;
      }
      if (part.regionMatches(true, 0, encoding, 0, encoding.length())
          && WEIGHT.matcher(part.substring(encoding.length())).matches()) {
        return true;
      }
      from = end + 1;
    }
    return false;
  }

  /**
   * @param level of zlib, 1 to 9
   */
  public static byte[] gzip(byte[] bytes, int level) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new LeveledGzip(out, level)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * The bytes in brotli; null when no encoder is packaged for this platform.
   *
   * @param quality 0 to 11
   */
  public static byte @Nullable [] brotli(byte[] bytes, int quality) {
    if (!Brotli4jLoader.isAvailable()) {
      return null;
    }
    try {
      return Encoder.compress(bytes, new Encoder.Parameters().setQuality(quality));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class LeveledGzip extends GZIPOutputStream {
    LeveledGzip(ByteArrayOutputStream out, int level) throws IOException {
      super(out);
      def.setLevel(level);
    }
  }
}
