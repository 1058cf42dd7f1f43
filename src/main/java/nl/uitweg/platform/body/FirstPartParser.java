package nl.uitweg.platform.body;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.http.Multipart;
import org.apache.commons.fileupload.ParameterParser;

/** Finds the first part of a multipart body while the body arrives. */
final class FirstPartParser {

  /**
   * The first part of an upload is its form token, at most 128 KiB; the rest is room for its
   * headers.
   */
  private static final int MAX_FIRST_PART_BYTES = 160 * 1024;

  private static final int MAX_BOUNDARY_LENGTH = 70; // RFC 2046, 5.1.1

  private final String contentType;
  private final byte[] delimiter;
  private int searchedUpTo;

  /**
   * @param contentType content type of the request; without a valid boundary every body is rejected
   */
  FirstPartParser(String contentType) {
    this.contentType = contentType;
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    String boundary = parser.parse(contentType, new char[] {';', ','}).get("boundary");
    boolean valid =
        boundary != null && !boundary.isEmpty() && boundary.length() <= MAX_BOUNDARY_LENGTH;
    this.delimiter =
        valid ? ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
  }

  /** A form field as it was sent. */
  record Field(String name, String value) {}

  /**
   * Parses the first part.
   *
   * @param body everything received so far
   * @return empty when more bytes are needed
   * @throws IOException when the content type has no valid boundary, or the first part is
   *     malformed, too long or a file
   */
  Optional<Field> parse(Buffer body) throws IOException {
    if (delimiter.length == 0) {
      throw new IOException("The content type has no valid boundary");
    }
    int end = firstPartEnd(body);
    if (end < 0) {
      if (body.length() > MAX_FIRST_PART_BYTES) {
        throw new IOException("The first part is longer than " + MAX_FIRST_PART_BYTES + " bytes");
      }
      return Optional.empty();
    }
    List<Field> fields = new ArrayList<>();
    byte[] part = body.getBuffer(0, end).appendBytes(delimiter).appendString("--\r\n").getBytes();
    Multipart.read(
        new ByteArrayInputStream(part),
        contentType,
        (name, value) -> fields.add(new Field(name, value)),
        (name, content) -> {
          throw new IOException("The first part is a file, expected a field");
        });
    if (fields.isEmpty()) {
      throw new IOException("The body has no first part");
    }
    return Optional.of(fields.get(0));
  }

  /**
   * Offset of the delimiter that ends the first part, or -1 when it has not arrived. The search
   * skips the delimiter with which the body begins.
   */
  private int firstPartEnd(Buffer body) {
    int last = body.length() - delimiter.length;
    for (int at = Math.max(searchedUpTo, delimiter.length); at <= last; at++) {
      if (delimiterStartsAt(body, at)) {
        return at;
      }
    }
    searchedUpTo = Math.max(searchedUpTo, last + 1);
    return -1;
  }

  private boolean delimiterStartsAt(Buffer body, int at) {
    for (int i = 0; i < delimiter.length; i++) {
      if (body.getByte(at + i) != delimiter[i]) {
        return false;
      }
    }
    return true;
  }
}
