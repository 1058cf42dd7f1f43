package nl.uitweg.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import nl.uitweg.region.Region;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz tests: a file of an editor is read, or refused with its name and a reason. */
class ContentFileFuzzTest {

  @FuzzTest
  void pageIsReadOrRefused(byte[] input) {
    String text = FuzzText.of(input);
    try {
      MarkdownFile page = MarkdownFile.parse("page.md", text);
      assertThat(text).endsWith(page.body());
      assertThat(page.fingerprint()).matches("[0-9a-f]{10}");
    } catch (InvalidContentException refused) {
      assertThat(refused).hasMessageStartingWith("page.md:");
    }
  }

  @FuzzTest
  void regionIsReadOrRefused(byte[] input) {
    try {
      Region region = YamlFile.parse("region.yaml", 0, FuzzText.of(input), Region.class);
      assertThat(region.ids()).isNotEmpty().allMatch(id -> id.matches("[a-z][a-z-]*"));
    } catch (InvalidContentException refused) {
      assertThat(refused).hasMessageStartingWith("region.yaml:");
    }
  }
}
