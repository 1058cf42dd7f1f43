package nl.uitweg.report.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.image.ImageDecoder;
import nl.uitweg.report.image.ImageDecoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytesPerDayTest {

  @TempDir Path keys;

  @Test
  void refusesFilesOnceTheBytesOfTheDayAreUsed() throws IOException {
    KeyFolder.createIfMissing(keys, List.of("zandvoort"));
    ImageDecoder decoder = ImageDecoders.create();
    AttachmentLimits limits =
        new SilentScannerTest.Limits(5, 25, 100, 150, Optional.empty(), Duration.ZERO);
    IntakeFactory intakes =
        new IntakeFactory(Sealer.read(keys.resolve("public")), limits, new ImageCleaner(decoder));
    try (Intake first = intakes.start();
        Intake second = intakes.start()) {
      first.add("one.txt", text(100));
      assertThat(first.problems(true)).isEmpty();
      second.add("two.txt", text(100));
      second.add("small.txt", text(40));
      assertThat(second.problems(true))
          .containsExactly(new FileProblem(FileProblem.Reason.NO_ROOM, "two.txt"));
      assertThat(second.files()).extracting(ReceivedFile::name).containsExactly("small.txt");
    } finally {
      ImageDecoders.stop(decoder);
    }
  }

  private static InputStream text(int length) {
    return new ByteArrayInputStream("a".repeat(length).getBytes(StandardCharsets.US_ASCII));
  }
}
