package nl.uitweg.site.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.uitweg.content.OpeningState;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.TimeState;

/** The opening hours of an organisation in words, and whether it is open at a moment. */
final class OpeningHours {

  private static final int DAYS_IN_WEEK = 7;

  private OpeningHours() {}

  /** For example "day and night", or "Monday to Friday, from 09:00 until 17:00". */
  static String text(Organisation.Hours hours, Texts texts) {
    if (hours.isAlwaysOpen()) {
      return texts.get("directory.hours-always");
    }
    List<String> days =
        hours.days().stream().map(day -> Dates.weekday(day.day(), texts.language())).toList();
    return texts.get(
        "directory.hours-weekly",
        days.get(0),
        days.get(days.size() - 1),
        Dates.time(hours.from().orElseThrow()),
        Dates.time(hours.to().orElseThrow()));
  }

  /** For example "Open now, until 17:00" or "Opens on Monday at 09:00". */
  static String stateText(Organisation.Hours hours, Instant at, Texts texts) {
    OpeningState state = OpeningState.of(hours, at);
    if (state instanceof OpeningState.Open open) {
      return texts.get("directory.open-until", Dates.time(open.closes()));
    }
    if (state instanceof OpeningState.Closed closed) {
      return closedText(closed, texts);
    }
    return texts.get(
        state instanceof OpeningState.Always ? "directory.open-always" : "directory.open-holiday");
  }

  private static String closedText(OpeningState.Closed closed, Texts texts) {
    String time = Dates.time(closed.opens());
    if (closed.daysAhead() == 0) {
      return texts.get("directory.opens-today", time);
    }
    return closed.daysAhead() == 1
        ? texts.get("directory.opens-tomorrow", time)
        : texts.get("directory.opens-day", dayName(closed, texts), time);
  }

  /** The weekday; with the date when it is not clear which week is meant. */
  private static String dayName(OpeningState.Closed closed, Texts texts) {
    LocalDate day = closed.day();
    return closed.daysAhead() < DAYS_IN_WEEK
        ? Dates.weekday(day.getDayOfWeek(), texts.language())
        : Dates.dayWithWeekday(day, texts.language());
  }

  /** What a page with the opening states of these organisations shows at a moment. */
  static TimeState timeState(List<Organisation> organisations, Instant at) {
    return TimeState.of(
        organisations.stream()
            .flatMap(organisation -> organisation.hours().stream())
            .map(
                hours ->
                    new TimeState(
                        OpeningState.of(hours, at).toString(), OpeningState.nextChange(hours, at)))
            .toList());
  }
}
