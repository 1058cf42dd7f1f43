package nl.uitweg.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the deadline for reading a new report. */
class ReadingDeadlineTest {

  @TempDir Path content;

  @ParameterizedTest(name = "received {0}: read by {1}")
  @CsvSource({
    "2026-11-25, 2026-11-26", // Wednesday
    "2026-11-27, 2026-11-30", // Friday
    "2026-11-28, 2026-11-30", // Saturday
    "2026-12-24, 2026-12-28", // Christmas on Friday and Saturday
    "2026-04-02, 2026-04-07", // Good Friday, Easter Monday
    "2026-04-26, 2026-04-28", // King's Day
    "2026-05-04, 2026-05-06", // Liberation Day
    "2026-05-13, 2026-05-15", // Ascension Day
    "2026-05-22, 2026-05-26", // Whit Monday
    "2027-12-31, 2028-01-03"
  })
  void lastDayIsOneWorkingDayAfterReceipt(LocalDate received, LocalDate lastDay)
      throws IOException {
    ReadingDeadline deadline = new ReadingDeadline(region(""));
    assertThat(deadline.lastDay(Optional.of("elst"), received)).isEqualTo(lastDay);
    assertThat(deadline.latestOverdueReceivedOn(Optional.of("elst"), lastDay)).isBefore(received);
    assertThat(deadline.latestOverdueReceivedOn(Optional.of("elst"), lastDay.plusDays(1)))
        .isAfterOrEqualTo(received);
  }

  @Test
  void usesDeadlineOfMunicipalityOrShortestWhenNotTaken() throws IOException {
    ReadingDeadline deadline = new ReadingDeadline(region("    deadlines: { first-reading: 3 }\n"));
    LocalDate wednesday = LocalDate.of(2026, 11, 25);
    assertThat(deadline.lastDay(Optional.of("elst"), wednesday)).isEqualTo("2026-11-30");
    assertThat(deadline.lastDay(Optional.of("other"), wednesday)).isEqualTo("2026-11-26");
    assertThat(deadline.lastDay(Optional.empty(), wednesday)).isEqualTo("2026-11-26");
  }

  @Test
  void rejectsDeadlineOutOfRangeWithFileAndReason() {
    assertThatThrownBy(() -> region("    deadlines: { first-reading: 90 }\n"))
        .hasMessageContaining("region.yaml:")
        .hasMessageContaining("'first-reading' must be a number of working days from 0 to 30");
  }

  @Test
  void rejectsExitThatIsNotAnHttpsAddress() throws IOException {
    region("");
    Files.writeString(
        content.resolve("region.yaml"),
        "exit: {nl: \"javascript:x\"}\n",
        java.nio.file.StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Region.read(content))
        .hasMessageContaining("exit: nl: 'javascript:x' is not an https address");
  }

  private Region region(String deadlines) throws IOException {
    Files.writeString(
        content.resolve("region.yaml"),
        "name: Region\nmunicipalities:\n  - id: elst\n    name: Elst\n"
            + deadlines
            + "  - id: other\n    name: Other\n");
    return Region.read(content);
  }
}
