package nl.uitweg.platform.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstPartParserTest {

  private static final String TYPE = "multipart/form-data; boundary=x";
  private static final String FIRST =
      "--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\ntoken--x\r\n--x";

  @Test
  void findsTheFirstFieldAsSoonAsItIsComplete() throws IOException {
    FirstPartParser first = new FirstPartParser(TYPE);
    Buffer body = Buffer.buffer();
    for (byte b : FIRST.substring(0, FIRST.length() - 1).getBytes(StandardCharsets.UTF_8)) {
      assertThat(first.parse(body.appendByte(b))).isEmpty();
    }
    assertThat(first.parse(body.appendString("x")))
        .contains(new FirstPartParser.Field("state", "token--x"));
  }

  @Test
  void findsTheFirstFieldInACompleteBody() throws IOException {
    assertThat(
            new FirstPartParser("Multipart/Form-Data; Boundary=\"x\"")
                .parse(Buffer.buffer(FIRST + "\r\nContent-Disposition: form-data; name=\"a\"")))
        .contains(new FirstPartParser.Field("state", "token--x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/"})
  void rejectsABodyWithoutBoundary(String type) {
    assertThatThrownBy(() -> new FirstPartParser(type).parse(Buffer.buffer(FIRST)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void rejectsAFileAsFirstPart() {
    String file = FIRST.replace("name=\"state\"", "name=\"state\"; filename=\"a.txt\"");
    assertThatThrownBy(() -> new FirstPartParser(TYPE).parse(Buffer.buffer(file)))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\r\n", "\r\n--"})
  void rejectsAFirstPartThatNeverEnds(String filling) {
    String body =
        FIRST.substring(0, FIRST.length() - 5) + filling.repeat(170_000 / filling.length());
    assertThatThrownBy(
            () -> {
              if (new FirstPartParser(TYPE).parse(Buffer.buffer(body)).isEmpty()) {
                throw new AssertionError("more may arrive");
              }
            })
        .isInstanceOf(IOException.class);
  }
}
