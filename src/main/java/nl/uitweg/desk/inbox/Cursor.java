package nl.uitweg.desk.inbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The position of one report in the inbox, for keyset pagination. A page starts after it or, when
 * paging back, ends before it. So pages do not shift when new reports arrive, and a page costs the
 * same wherever it starts.
 */
record Cursor(Part part, LocalDate received, UUID id) {

  private static final int FIELD_COUNT = 3;

  /** The text form, for use in an address. */
  @Override
  public String toString() {
    return part.name() + "." + received + "." + id;
  }

  /**
   * Parses {@link #toString()}; empty when the text is not a valid cursor, and then the first page
   * is shown.
   */
  static Optional<Cursor> of(@Nullable String text) {
    String[] fields = text == null ? new String[0] : text.split("\\.", -1);
    if (fields.length != FIELD_COUNT) {
      return Optional.empty();
    }
    try {
      LocalDate received = LocalDate.parse(fields[1]);
      return InboxScope.isSupported(received)
          ? Optional.of(new Cursor(Part.valueOf(fields[0]), received, UUID.fromString(fields[2])))
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
