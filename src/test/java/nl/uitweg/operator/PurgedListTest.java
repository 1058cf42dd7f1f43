package nl.uitweg.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the text of the list of what was purged, and what {@code bin/restore} takes as one. */
class PurgedListTest {

  private static final UUID REPORT = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final UUID DOSSIER = UUID.fromString("22222222-2222-4222-8222-222222222222");
  private static final PurgedList LIST =
      new PurgedList(
          Instant.parse("2026-11-30T12:00:00Z"), List.of("report/" + REPORT, "dossier/" + DOSSIER));

  @TempDir Path folder;

  @Test
  void readsWhatWasWritten() throws IOException {
    PurgedList read = PurgedList.read(write(LIST.text()));
    assertThat(read).isEqualTo(LIST);
    assertThat(read.reports()).containsExactly(REPORT);
    assertThat(read.dossiers()).containsExactly(DOSSIER);
  }

  /** A list with a line that does not belong there must delete nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# 2 reports and | 2 reports and | was not written by bin/audit purged",
        "# 2 reports and | # 3 reports and | is incomplete",
        "dossier/        | referral/ | is no report or dossier",
        "report/1111     | report/ | is no report or dossier",
        "2026-11-30T     | yesterday | is no time"
      })
  void refusesAnythingElse(String part, String replacement, String reason) throws IOException {
    Path file = write(LIST.text().replace(part, replacement));
    assertThatThrownBy(() -> PurgedList.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Path file = write("");
    assertThatThrownBy(() -> PurgedList.read(file)).hasMessageContaining("was not written by");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("list.txt"), text);
  }
}
