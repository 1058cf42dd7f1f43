package nl.uitweg.testsupport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/**
 * Settings with which the application starts faster in a test: the fictional content in three
 * languages, and a low compression quality.
 */
public final class FastStartSettings {

  private static final Path FOLDER = Path.of("target/three-languages").toAbsolutePath();

  private static boolean written;

  private FastStartSettings() {}

  /** Environment variables for the process. */
  public static synchronized Map<String, String> environment() throws IOException {
    if (!written) {
      FileUtils.deleteDirectory(FOLDER.toFile()); // an earlier run may have left other files
      ContentCopy.into(FOLDER, List.of("nl", "en", "pl"));
      written = true;
    }
    return Map.of(
        "PORTAL_CONTENT_DIRECTORY", FOLDER.resolve("content").toString(),
        "PORTAL_I18N_DIRECTORY", FOLDER.resolve("i18n").toString(),
        "PORTAL_BROTLI_QUALITY", "4");
  }
}
