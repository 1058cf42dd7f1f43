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

/** Looks for the first part of a multipart body while it arrives. */
final class FirstPartParser {

  /** The longest token is 128 KiB. */
  private static final int LONGEST = 160 * 1024;

  private static final int LONGEST_BOUNDARY = 70; // RFC 2046, 5.1.1

  private final String contentType;
  private final byte[] delimiter;
  private int searched;

  /**
   * @param contentType of the request; without a boundary every body is broken
   */
  FirstPartParser(String contentType) {
    this.contentType = contentType;
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    String boundary = parser.parse(contentType, new char[] {';', ','}).get("boundary");
    boolean usable =
        boundary != null && !boundary.isEmpty() && boundary.length() <= LONGEST_BOUNDARY;
    this.delimiter =
        usable ? ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
  }

  /** A field as it was sent. */
  record Field(String name, String value) {}

  /**
   * @param body all that has arrived; longer than the last time
   * @return empty when more must arrive
   * @throws IOException when the first part is broken, too long or a file
   */
  Optional<Field> in(Buffer body) throws IOException {
    if (delimiter.length == 0) {
      throw new IOException("no boundary");
    }
    int end = end(body);
    if (end < 0) {
      if (body.length() > LONGEST) {
        throw new IOException("no first part");
      }
      return Optional.empty();
    }
    List<Field> found = new ArrayList<>();
    byte[] part = body.getBuffer(0, end).appendBytes(delimiter).appendString("--\r\n").getBytes();
    Multipart.read(
        new ByteArrayInputStream(part),
        contentType,
        (name, value) -> found.add(new Field(name, value)),
        (name, content) -> {
          throw new IOException("a file comes first");
        });
    if (found.isEmpty()) {
      throw new IOException("no first part");
    }
    return Optional.of(found.get(0));
  }

  /** Where the delimiter after the first part begins; the one before it begins the body. */
  private int end(Buffer body) {
    int last = body.length() - delimiter.length;
    for (int at = Math.max(searched, delimiter.length); at <= last; at++) {
      if (startsAt(body, at)) {
        return at;
      }
    }
    searched = Math.max(searched, last + 1);
    return -1;
  }

  private boolean startsAt(Buffer body, int at) {
    for (int i = 0; i < delimiter.length; i++) {
      if (body.getByte(at + i) != delimiter[i]) {
        return false;
      }
    }
    return true;
  }
}
