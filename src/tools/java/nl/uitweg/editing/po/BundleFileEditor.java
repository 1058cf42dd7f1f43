package nl.uitweg.editing.po;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits single texts of a translated bundle and leaves all other lines of the file unchanged. */
final class BundleFileEditor {

  private static final String FINGERPRINT_PREFIX = "#= ";

  private final List<String> lines;
  private boolean changed;

  private BundleFileEditor(List<String> lines) {
    this.lines = lines;
  }

  /** Reads the file; a file that does not exist yet counts as empty. */
  static BundleFileEditor read(Path file) throws IOException {
    return new BundleFileEditor(
        Files.exists(file)
            ? new ArrayList<>(List.of(Files.readString(file).split("\n", -1)))
            : new ArrayList<>(List.of("")));
  }

  /**
   * Changes or adds a text with its fingerprint.
   *
   * @param precedingKeys keys that come earlier in the Dutch bundle; a new text is inserted after
   *     the last of them
   */
  void set(String key, String text, String fingerprint, List<String> precedingKeys) {
    changed = true;
    int index = indexOf(key);
    if (index < 0) {
      int previous = precedingKeys.stream().mapToInt(this::indexOf).max().orElse(-1);
      lines.addAll(previous + 1, List.of(FINGERPRINT_PREFIX + fingerprint, key + "=" + text));
      return;
    }
    lines.set(index, lines.get(index).substring(0, lines.get(index).indexOf('=')) + "=" + text);
    for (int comment = index - 1; comment >= 0 && lines.get(comment).startsWith("#"); comment--) {
      if (lines.get(comment).startsWith("#=")) {
        lines.set(comment, FINGERPRINT_PREFIX + fingerprint);
        return;
      }
    }
    lines.add(index, FINGERPRINT_PREFIX + fingerprint);
  }

  private int indexOf(String key) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int equals = line.indexOf('=');
      if (!line.startsWith("#") && equals > 0 && line.substring(0, equals).strip().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** The whole file; empty when no text was changed. */
  Optional<String> changedFile() {
    return changed ? Optional.of(String.join("\n", lines)) : Optional.empty();
  }
}
