package nl.uitweg.report.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.tika.Tika;

/**
 * Detects the type of a file from its content. The name is used only to distinguish formats with
 * the same content signature.
 */
final class FileTypeDetector {

  private final Tika tika = new Tika();

  /**
   * Detects the type by reading ahead in a stream that supports {@code mark}; empty when the type
   * is not accepted.
   */
  Optional<FileType> detect(InputStream content, String name) throws IOException {
    return FileType.of(tika.detect(content, name));
  }
}
