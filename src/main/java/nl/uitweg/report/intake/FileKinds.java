package nl.uitweg.report.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.tika.Tika;

/** Finds the kind of a file by its content; the name only tells apart what looks alike inside. */
final class FileKinds {

  private final Tika tika = new Tika();

  /** Reads ahead in a stream that supports marks; empty for a kind that is not taken. */
  Optional<FileKind> of(InputStream content, String name) throws IOException {
    return FileKind.of(tika.detect(content, name));
  }
}
