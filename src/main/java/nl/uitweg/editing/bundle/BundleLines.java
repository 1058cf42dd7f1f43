package nl.uitweg.editing.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a translated bundle, of which one text can change and nothing else. */
final class BundleLines {

  private static final String FINGERPRINT = "#= ";

  private final List<String> lines;
  private boolean changed;

  private BundleLines(List<String> lines) {
    this.lines = lines;
  }

  /** Empty when there is no such file yet. */
  static BundleLines read(Path file) throws IOException {
    return new BundleLines(
        Files.exists(file)
            ? new ArrayList<>(List.of(Files.readString(file).split("\n", -1)))
            : new ArrayList<>(List.of("")));
  }

  /**
   * @param before keys that come earlier in the source: a new text stands behind the last of them
   */
  void set(String key, String text, String fingerprint, List<String> before) {
    changed = true;
    int at = find(key);
    if (at < 0) {
      int previous = before.stream().mapToInt(this::find).max().orElse(-1);
      lines.addAll(previous + 1, List.of(FINGERPRINT + fingerprint, key + "=" + text));
      return;
    }
    lines.set(at, lines.get(at).substring(0, lines.get(at).indexOf('=')) + "=" + text);
    for (int above = at - 1; above >= 0 && lines.get(above).startsWith("#"); above--) {
      if (lines.get(above).startsWith("#=")) {
        lines.set(above, FINGERPRINT + fingerprint);
        return;
      }
    }
    lines.add(at, FINGERPRINT + fingerprint);
  }

  private int find(String key) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int equals = line.indexOf('=');
      if (!line.startsWith("#") && equals > 0 && line.substring(0, equals).strip().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Only when a text changed. */
  void write(Path file) throws IOException {
    if (changed) {
      Files.writeString(file, String.join("\n", lines));
    }
  }
}
