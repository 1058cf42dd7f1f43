package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.TestOutput;
import org.junit.jupiter.api.Test;

/** What a browser that accepts brotli downloads for every screen in every language. */
@ServerTest
class ScreenWeightTest {

  @Test
  void compressesEveryScreen() {
    for (Screen screen : Screens.all()) {
      assertThat(screen.response().header("Content-Encoding"))
          .as(screen.toString())
          .isEqualTo("br");
      assertThat(screen.response().header("Vary"))
          .as(screen.toString())
          .contains("Accept-Encoding");
    }
  }

  @Test
  void fitsWithEverythingItLoadsInInitialCongestionWindow() throws IOException {
    List<ScreenWeight.Weighed> weighed = new ScreenWeight().heaviestFirst(Screens.all());
    Files.write(
        TestOutput.file("screen-weights.txt"),
        weighed.stream().map(ScreenWeight.Weighed::toString).toList());
    assertThat(weighed).allMatch(screen -> screen.bytes() <= ScreenWeight.LIMIT);
  }
}
