package nl.uitweg.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Settings with which the application starts faster in a test: three languages instead of all, and
 * a low compression quality.
 */
public final class FastStartSettings {

  private static final Path FOLDER = Path.of("target/three-languages").toAbsolutePath();

  private FastStartSettings() {}

  /** Environment variables for the process. */
  public static Map<String, String> environment() throws IOException {
    if (Files.notExists(FOLDER)) {
      ContentCopy.into(FOLDER, List.of("nl", "en", "pl"));
    }
    return Map.of(
        "PORTAL_CONTENT_DIRECTORY", FOLDER.resolve("content").toString(),
        "PORTAL_I18N_DIRECTORY", FOLDER.resolve("i18n").toString(),
        "PORTAL_BROTLI_QUALITY", "4");
  }
}
