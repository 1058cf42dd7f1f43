package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTemporaryFileTest {

  private static final String TEXT = "kanarie in een tijdelijk bestand, ";
  private static final int TIMES = 10_000;

  @TempDir Path folder;

  @Test
  void returnsTheContentAndStoresNoPlaintext() throws IOException {
    try (SealedTemporaryFile file = SealedTemporaryFile.create(folder)) {
      for (int i = 0; i < TIMES; i++) {
        file.write(TEXT.getBytes(StandardCharsets.UTF_8));
      }
      try (InputStream content = file.read()) {
        assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(TEXT.repeat(TIMES));
        assertThat(openFiles())
            .singleElement()
            .satisfies(
                onDisk ->
                    assertThat(Files.readString(onDisk, StandardCharsets.ISO_8859_1))
                        .hasSizeGreaterThan(TEXT.length() * TIMES)
                        .doesNotContain("kanarie"));
      }
    }
    assertThat(openFiles()).isEmpty();
  }

  @Test
  void isGoneWhenItIsClosedBeforeItWasRead() throws IOException {
    SealedTemporaryFile file = SealedTemporaryFile.create(folder);
    file.write(TEXT.getBytes(StandardCharsets.UTF_8));
    assertThat(openFiles()).hasSize(1);
    file.close();
    assertThat(openFiles()).isEmpty();
  }

  /** Files in the folder that this process has open, including deleted ones. */
  private List<Path> openFiles() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(this::isHere).toList();
    }
  }

  private boolean isHere(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).startsWith(folder);
    } catch (IOException closed) {
      return false;
    }
  }
}
