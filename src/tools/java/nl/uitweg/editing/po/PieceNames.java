package nl.uitweg.editing.po;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.uitweg.editing.text.PageText;

/**
 * Finds the pieces of the current Dutch page in an older version of it. When an item was inserted,
 * the items below it have other names, but their texts and translations are still the same.
 */
final class PieceNames {

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  private PieceNames() {}

  /** Name in the older page by name in the current page; a piece that is new has none. */
  static Map<String, String> match(PageText current, PageText older) {
    PieceNames matched = new PieceNames();
    for (PageText.Piece piece : current.pieces().values()) {
      PageText.Piece same = older.pieces().get(piece.name());
      if (same != null && same.text().equals(piece.text())) {
        matched.add(piece.name(), same.name());
      }
    }
    for (PageText.Piece piece : current.pieces().values()) {
      older.pieces().values().stream()
          .filter(other -> other.kind() == piece.kind() && other.text().equals(piece.text()))
          .forEach(other -> matched.add(piece.name(), other.name()));
    }
    for (PageText.Piece piece : current.pieces().values()) {
      if (older.pieces().containsKey(piece.name())) {
        matched.add(piece.name(), piece.name());
      }
    }
    return matched.names;
  }

  private void add(String name, String olderName) {
    if (!names.containsKey(name) && used.add(olderName)) {
      names.put(name, olderName);
    }
  }
}
