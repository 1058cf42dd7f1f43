package nl.uitweg.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Settings of a process that starts soon: it has three languages instead of all, and compresses its
 * pages quickly.
 */
public final class FewLanguages {

  private static final Path FOLDER = Path.of("target/few-languages").toAbsolutePath();

  private FewLanguages() {}

  /** For the environment of the process. */
  public static Map<String, String> settings() throws IOException {
    if (Files.notExists(FOLDER)) {
      ContentCopy.into(FOLDER, List.of("nl", "en", "pl"));
    }
    return Map.of(
        "PORTAL_CONTENT_DIRECTORY", FOLDER.resolve("content").toString(),
        "PORTAL_I18N_DIRECTORY", FOLDER.resolve("i18n").toString(),
        "PORTAL_BROTLI_QUALITY", "4");
  }
}
