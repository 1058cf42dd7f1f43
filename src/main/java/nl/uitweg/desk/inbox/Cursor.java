package nl.uitweg.desk.inbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of one report in the inbox. A page starts after it or, turning back, ends before it; so
 * no page is counted off from the first, and what comes in meanwhile moves nothing.
 */
record Cursor(Part part, LocalDate received, UUID id) {

  private static final int PIECES = 3;

  /** As it stands in an address. */
  @Override
  public String toString() {
    return part.name() + "." + received + "." + id;
  }

  /** Empty for what is no place: then the first page is shown. */
  static Optional<Cursor> of(@Nullable String text) {
    String[] pieces = text == null ? new String[0] : text.split("\\.", -1);
    if (pieces.length != PIECES) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Cursor(
              Part.valueOf(pieces[0]), LocalDate.parse(pieces[1]), UUID.fromString(pieces[2])));
    } catch (DateTimeException | IllegalArgumentException forged) {
      return Optional.empty();
    }
  }
}
