package nl.uitweg.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.platform.file.Source;
import nl.uitweg.platform.i18n.DutchTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningStateTest {

  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime FIVE = LocalTime.of(17, 0);

  private static final Organisation.Hours ALWAYS =
      new Organisation.Hours(
          "always", List.of(), Optional.empty(), Optional.empty(), Source.Confidence.A);

  private static final Organisation.Hours WEEKDAYS =
      weekly(
          List.of(
              Organisation.Day.MON,
              Organisation.Day.TUE,
              Organisation.Day.WED,
              Organisation.Day.THU,
              Organisation.Day.FRI));

  private static Organisation.Hours weekly(List<Organisation.Day> days) {
    return new Organisation.Hours(
        "weekly", days, Optional.of(NINE), Optional.of(FIVE), Source.Confidence.A);
  }

  /** A moment by Dutch clocks, such as 2026-12-01T09:00. */
  private static Instant at(String dutchTime) {
    return LocalDateTime.parse(dutchTime).atZone(DutchTime.ZONE).toInstant();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-01T03:00", "2026-12-25T12:00", "2027-01-01T00:00"})
  void dayAndNightMeansOnHolidaysToo(String time) {
    assertThat(OpeningState.of(ALWAYS, at(time))).isEqualTo(new OpeningState.Always());
    assertThat(OpeningState.nextChange(ALWAYS, at(time))).isEqualTo(Instant.MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-01T09:00", "2026-12-01T16:59:59", "2026-07-01T09:00"})
  void isOpenFromOpeningTimeUntilClosingTime(String time) {
    assertThat(OpeningState.of(WEEKDAYS, at(time))).isEqualTo(new OpeningState.Open(FIVE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T08:59:59, 2026-12-01, 0", // before opening time
    "2026-12-01T17:00,    2026-12-02, 1", // after closing time
    "2026-12-04T17:00,    2026-12-07, 3", // Friday evening
    "2026-12-05T12:00,    2026-12-07, 2", // Saturday
    "2026-12-06T12:00,    2026-12-07, 1", // Sunday
    "2027-03-26T18:00,    2027-03-30, 4", // before Easter: not on Monday, which is a holiday
    "2026-12-24T18:00,    2026-12-28, 4", // before Christmas, with a weekend after it
  })
  void saysWhenItCertainlyOpens(String time, LocalDate day, long daysAhead) {
    assertThat(OpeningState.of(WEEKDAYS, at(time)))
        .isEqualTo(new OpeningState.Closed(day, daysAhead, NINE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-01-01", // New Year's Day, a Friday
        "2027-03-29", // Easter Monday
        "2026-04-27", // King's Day
        "2027-05-06", // Ascension Day
        "2027-05-17", // Whit Monday
        "2026-12-25"
      })
  void isUnknownOnPublicHolidayUntilClosingTime(String day) {
    for (String time : List.of("T00:00", "T08:00", "T12:00", "T16:59")) {
      assertThat(OpeningState.of(WEEKDAYS, at(day + time)))
          .as(day + time)
          .isEqualTo(new OpeningState.Holiday());
    }
    assertThat(OpeningState.of(WEEKDAYS, at(day + "T17:00")))
        .isInstanceOf(OpeningState.Closed.class);
  }

  @Test
  void holidayInTheWeekendMeansNothingToWhoIsClosedThen() {
    assertThat(OpeningState.of(WEEKDAYS, at("2026-12-26T12:00")))
        .isEqualTo(new OpeningState.Closed(LocalDate.of(2026, 12, 28), 2, NINE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-27, true",
    "2025-04-26, true", // 27 April 2025 is a Sunday
    "2025-04-27, false",
    "2027-03-28, true", // Easter
    "2027-05-16, true", // Whit Sunday
    "2027-03-26, false", // Good Friday
    "2030-05-05, false", // Liberation Day
    "2026-12-24, false"
  })
  void knowsDutchPublicHolidays(LocalDate day, boolean holiday) {
    assertThat(PublicHolidays.contains(day)).isEqualTo(holiday);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T08:00, 2026-12-01T09:00",
    "2026-12-01T09:00, 2026-12-01T17:00",
    "2026-12-01T17:00, 2026-12-02T00:00",
    "2027-03-27T18:00, 2027-03-28T00:00",
    "2027-03-28T18:00, 2027-03-29T00:00" // the day on which summer time began
  })
  void changesAtOpeningAndClosingTimeAndMidnight(String time, String change) {
    assertThat(OpeningState.nextChange(WEEKDAYS, at(time))).isEqualTo(at(change));
  }

  /** Every minute of two weeks that contain holidays, a weekend and a change of the clock. */
  @Test
  void staysTheSameUntilTheNextChange() {
    Instant end = at("2027-04-04T00:00");
    Stream.iterate(at("2027-03-22T00:00"), end::isAfter, now -> now.plusSeconds(60))
        .filter(now -> OpeningState.nextChange(WEEKDAYS, now).isAfter(now.plusSeconds(60)))
        .forEach(
            now ->
                assertThat(OpeningState.of(WEEKDAYS, now.plusSeconds(60)))
                    .as(now.toString())
                    .isEqualTo(OpeningState.of(WEEKDAYS, now)));
  }

  @Test
  void refusesHoursThatEndBeforeTheyBegin() {
    assertThatThrownBy(
            () ->
                new Organisation.Hours(
                    "weekly",
                    List.of(Organisation.Day.MON),
                    Optional.of(FIVE),
                    Optional.of(NINE),
                    Source.Confidence.A))
        .hasMessageContaining("hours.to must be later");
  }
}
