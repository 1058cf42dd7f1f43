package nl.uitweg.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation reads words and facts of its own. */
class PackagedFolderTest {

  private static final String SETTING = "portal.content.directory";

  @TempDir Path own;

  @AfterEach
  void forget() {
    System.clearProperty(SETTING);
  }

  @Test
  void a_folder_in_the_settings_takes_the_place_of_the_packaged_one() {
    System.setProperty(SETTING, own.toString());
    assertThat(PackagedFolder.read("content", Path::toString)).isEqualTo(own.toString());
  }

  @Test
  void without_the_setting_the_packaged_one_is_read() {
    assertThat(PackagedFolder.read("content", Path::toString)).endsWith("content");
  }

  @Test
  void a_folder_that_does_not_exist_is_named_with_its_setting() {
    System.setProperty(SETTING, own.resolve("nowhere").toString());
    assertThatThrownBy(() -> PackagedFolder.read("content", Path::toString))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(SETTING)
        .hasMessageContaining("nowhere");
  }
}
