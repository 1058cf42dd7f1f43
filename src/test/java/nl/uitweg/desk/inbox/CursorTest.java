package nl.uitweg.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of the position in the inbox that a page address carries. */
class CursorTest {

  @Test
  void parsesOwnStringForm() {
    Cursor cursor = new Cursor(Part.NORMAL, LocalDate.of(2026, 11, 25), UUID.randomUUID());
    assertThat(Cursor.of(cursor.toString())).contains(cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "..", "NORMAL.2026-13-01.x", "NORMAL.2026-11-25.x", "X.1.2"})
  void ignoresInvalidCursor(String invalid) {
    assertThat(Cursor.of(invalid)).isEmpty();
  }
}
