package nl.uitweg.report.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Fuzz test: the type of any file is detected, without reading beyond the mark. */
class FileTypeFuzzTest {

  private static final FileTypeDetector DETECTOR = new FileTypeDetector();

  /** The first 16 bytes are the name, as a visitor may send it. */
  @FuzzTest
  void typeIsDetectedAndTheContentStays(byte[] input) throws IOException {
    int nameLength = Math.min(16, input.length);
    String name = new String(input, 0, nameLength, StandardCharsets.UTF_8);
    byte[] content = Arrays.copyOfRange(input, nameLength, input.length);
    ByteArrayInputStream stream = new ByteArrayInputStream(content);
    DETECTOR
        .detect(stream, name)
        .ifPresent(type -> assertThat(FileType.of(type.mediaType())).contains(type));
    assertThat(stream.readAllBytes()).isEqualTo(content);
  }
}
