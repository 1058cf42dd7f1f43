package nl.uitweg.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipPartsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_095, 4_096, 70_000})
  void isOneStreamOfBothParts(int length) throws IOException {
    byte[] first = text(length);
    byte[] second = text(2 * length + 1);
    GzipParts parts = new GzipParts(first);
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    sent.writeBytes(parts.first());
    sent.writeBytes(parts.last(second));
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.writeBytes(first);
    expected.writeBytes(second);
    try (GZIPInputStream received =
        new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
      assertThat(received.readAllBytes()).isEqualTo(expected.toByteArray());
    }
  }

  @Test
  void firstPartCanBeReadBeforeTheSecondExists() throws IOException {
    byte[] first = text(20_000);
    byte[] sent = new GzipParts(first).first();
    assertThat(sent).hasSizeLessThan(first.length / 2);
    try (GZIPInputStream received = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      assertThat(received.readNBytes(first.length)).isEqualTo(first);
    }
  }

  private static byte[] text(int length) {
    return "words that repeat, words "
        .repeat(length / 25 + 1)
        .substring(0, length)
        .getBytes(StandardCharsets.UTF_8);
  }
}
