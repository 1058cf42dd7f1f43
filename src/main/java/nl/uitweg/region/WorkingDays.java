package nl.uitweg.region;

import com.ibm.icu.util.EasterHoliday;
import com.ibm.icu.util.GregorianCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * Days on which an office works: no weekend, and no day of article 3, first and second paragraph,
 * of the Algemene termijnenwet. (King's Day moves to Saturday when it is a Sunday, so the weekend
 * covers that.)
 */
public final class WorkingDays {

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(4, 27),
          MonthDay.of(5, 5),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  private static final List<EasterHoliday> MOVING =
      List.of(
          EasterHoliday.GOOD_FRIDAY,
          EasterHoliday.EASTER_MONDAY,
          EasterHoliday.ASCENSION,
          EasterHoliday.WHIT_MONDAY);

  private static final int NOON = 12;

  private WorkingDays() {}

  public static boolean is(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !FIXED.contains(MonthDay.from(day))
        && MOVING.stream().noneMatch(feast -> feast.isOn(noon(day)));
  }

  /** The day that is this many working days after a day. */
  public static LocalDate after(LocalDate day, int workingDays) {
    LocalDate end = day;
    for (int left = workingDays; left > 0; ) {
      end = end.plusDays(1);
      if (is(end)) {
        left--;
      }
    }
    return end;
  }

  private static java.util.Date noon(LocalDate day) {
    return new GregorianCalendar(
            day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth(), NOON, 0)
        .getTime();
  }
}
