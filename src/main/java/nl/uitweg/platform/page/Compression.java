package nl.uitweg.platform.page;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The encodings in which text is sent: brotli (RFC 7932) and gzip (RFC 1952). */
public final class Compression {

  public static final String BROTLI = "br";
  public static final String GZIP = "gzip";

  private Compression() {}

  /** Whether an {@code Accept-Encoding} header names this encoding (RFC 9110, section 12.5.3). */
  public static boolean accepts(@Nullable String acceptEncoding, String encoding) {
    if (acceptEncoding == null) {
      return false;
    }
    for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parameters = part.strip().split("\\s*;\\s*q=", 2);
      if (parameters[0].strip().equals(encoding)) {
        return parameters.length == 1 || !parameters[1].strip().matches("0(\\.0*)?");
      }
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
