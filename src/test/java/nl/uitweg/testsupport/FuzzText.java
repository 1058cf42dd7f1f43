package nl.uitweg.testsupport;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the bytes of a fuzz test as text. A seed is a UTF-8 text, so that people can read it; after
 * a byte 0xFF it consists of UTF-16 code units, which may be unpaired surrogates.
 */
public final class FuzzText {

  private static final byte CODE_UNITS = (byte) 0xFF;

  private FuzzText() {}

  /** The bytes as text. */
  public static String of(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == CODE_UNITS
        ? ByteBuffer.wrap(bytes, 1, bytes.length - 1).asCharBuffer().toString()
        : new String(bytes, StandardCharsets.UTF_8);
  }

  /** The lines of the text; exactly {@code count}, of which the last one keeps its line ends. */
  public static String[] lines(byte[] bytes, int count) {
    String[] found = of(bytes).split("\n", count);
    String[] lines = new String[count];
    for (int i = 0; i < count; i++) {
      lines[i] = i < found.length ? found[i] : "";
    }
    return lines;
  }

  /** The text as form fields: {@code name=value&name=value}; a percent sign is itself. */
  public static MultivaluedMap<String, String> fields(byte[] bytes) {
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    new QueryStringDecoder(of(bytes).replace("%", "%25"), false)
        .parameters()
        .forEach(fields::addAll);
    return fields;
  }
}
