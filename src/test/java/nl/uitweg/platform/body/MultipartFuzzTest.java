package nl.uitweg.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.http.Multipart;

/** Fuzz tests of forms with files. The first line of an input is the content type. */
class MultipartFuzzTest {

  private static final int MAX_FIELD_BYTES = 256 * 1024;
  private static final int MAX_PARTS = 200;
  private static final int PIECES = 7;

  private final List<FirstPartParser.Field> fields = new ArrayList<>();
  private int files;

  @FuzzTest
  void partsAreReadOrTheBodyIsRejected(byte[] input) throws IOException {
    read(input);
    assertThat(fields.size() + files).isLessThanOrEqualTo(MAX_PARTS);
    assertThat(fields.stream().mapToLong(field -> field.value().length()).sum())
        .isLessThanOrEqualTo(MAX_FIELD_BYTES);
  }

  @FuzzTest
  void firstPartIsTheFirstFieldHoweverTheBodyArrives(byte[] input) throws IOException {
    byte[] body = body(input);
    Optional<FirstPartParser.Field> whole = parseAtOnce(contentType(input), body);
    assertThat(parseInPieces(contentType(input), body)).isEqualTo(whole);
    if (whole.isPresent()) {
      read(input);
      assertThat(fields).first().isEqualTo(whole.get());
    }
  }

  /** Empty when the first part is rejected or incomplete. */
  private static Optional<FirstPartParser.Field> parseAtOnce(String contentType, byte[] body) {
    try {
      return new FirstPartParser(contentType).parse(Buffer.buffer(body));
    } catch (IOException rejected) {
      return Optional.empty();
    }
  }

  private static Optional<FirstPartParser.Field> parseInPieces(String contentType, byte[] body) {
    FirstPartParser parser = new FirstPartParser(contentType);
    try {
      Optional<FirstPartParser.Field> found = Optional.empty();
      for (int piece = 1; piece <= PIECES && found.isEmpty(); piece++) {
        found = parser.parse(Buffer.buffer(Arrays.copyOf(body, body.length * piece / PIECES)));
      }
      return found;
    } catch (IOException rejected) {
      return Optional.empty();
    }
  }

  private void read(byte[] input) throws IOException {
    fields.clear();
    files = 0;
    try {
      Multipart.read(
          new ByteArrayInputStream(body(input)),
          contentType(input),
          (name, value) -> fields.add(new FirstPartParser.Field(name, value)),
          (name, content) -> {
            assertThat(content.readAllBytes()).hasSizeLessThan(input.length);
            files++;
          });
    } catch (Multipart.MalformedFormException rejected) {
      assertThat(rejected).isNotNull();
    }
  }

  private static int lineEnd(byte[] input) {
    int end = new String(input, StandardCharsets.ISO_8859_1).indexOf('\n');
    return end < 0 ? input.length : end;
  }

  private static String contentType(byte[] input) {
    return new String(input, 0, lineEnd(input), StandardCharsets.ISO_8859_1);
  }

  private static byte[] body(byte[] input) {
    return Arrays.copyOfRange(input, Math.min(input.length, lineEnd(input) + 1), input.length);
  }
}
