package nl.uitweg.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packaged folders and the folders that replace them. */
class PackagedFolderTest {

  private static final String SETTING = "portal.content.directory";

  @TempDir Path folder;

  @AfterEach
  void clearSetting() {
    System.clearProperty(SETTING);
  }

  @Test
  void prefersTheConfiguredFolder() {
    System.setProperty(SETTING, folder.toString());
    assertThat(PackagedFolder.read("content", Path::toString)).isEqualTo(folder.toString());
  }

  @Test
  void readsThePackagedFolderWithoutSetting() {
    assertThat(PackagedFolder.read("content", Path::toString)).endsWith("content");
  }

  @Test
  void reportsAMissingFolderWithItsSetting() {
    System.setProperty(SETTING, folder.resolve("nowhere").toString());
    assertThatThrownBy(() -> PackagedFolder.read("content", Path::toString))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(SETTING)
        .hasMessageContaining("nowhere");
  }
}
