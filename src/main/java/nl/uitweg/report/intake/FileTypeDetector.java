package nl.uitweg.report.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.tika.Tika;

/**
 * Detects the type of a file from its content. The name is used to distinguish formats with the
 * same content signature, and for sound, video and text whose signature is not known.
 */
final class FileTypeDetector {

  private static final String UNKNOWN = "application/octet-stream";
  private static final String ZIP = "application/zip";

  /** Offset of the name of the first entry of a ZIP (APPNOTE.TXT, 4.3.7). */
  private static final int FIRST_NAME = 30;

  private static final int MAX_FIRST_NAME = FIRST_NAME + 32;

  /** Tika does not recognise documents of every program, for example those of Google Docs. */
  private static final List<String> FIRST_NAMES_OF_DOCUMENTS =
      List.of("[Content_Types].xml", "_rels/", "docProps/", "word/", "mimetype", "META-INF/");

  private final Tika tika = new Tika();

  /**
   * Detects the type by reading ahead in a stream that supports {@code mark}; empty when the type
   * is not accepted.
   */
  Optional<FileType> detect(InputStream content, String name) throws IOException {
    Optional<FileType> type = FileType.of(tika.detect(content, name));
    if (type.isEmpty() || !type.get().hasSignature()) {
      return type;
    }
    return switch (tika.detect(content)) {
      case UNKNOWN -> Optional.empty();
      case ZIP -> isOfficeDocument(content) ? type : Optional.empty();
      default -> type;
    };
  }

  /** Whether the first entry of a ZIP has a name that office documents have. */
  private static boolean isOfficeDocument(InputStream zip) throws IOException {
    zip.mark(MAX_FIRST_NAME);
    byte[] start = zip.readNBytes(MAX_FIRST_NAME);
    zip.reset();
    String name =
        start.length <= FIRST_NAME
            ? ""
            : new String(start, FIRST_NAME, start.length - FIRST_NAME, StandardCharsets.US_ASCII);
    return FIRST_NAMES_OF_DOCUMENTS.stream().anyMatch(name::startsWith);
  }
}
