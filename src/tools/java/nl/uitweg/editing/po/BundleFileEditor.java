package nl.uitweg.editing.po;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  void set(String key, String text, String fingerprint, Set<String> precedingKeys) {
    changed = true;
    int index = lastIndexOf(Set.of(key));
    if (index < 0) {
      int previous = lastIndexOf(precedingKeys);
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

  /** Index of the last line with one of these keys; -1 when there is none. */
  private int lastIndexOf(Set<String> keys) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      int equals = line.indexOf('=');
      if (!line.startsWith("#") && equals > 0 && keys.contains(line.substring(0, equals).strip())) {
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
