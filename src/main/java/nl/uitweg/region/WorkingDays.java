package nl.uitweg.region;

import com.ibm.icu.util.EasterHoliday;
import com.ibm.icu.util.GregorianCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * Working-day arithmetic. Weekends and the public holidays of article 3, first and second
 * paragraph, of the Algemene termijnenwet are not working days. King's Day moves to Saturday when
 * 27 April is a Sunday; the weekend covers that case.
 */
public final class WorkingDays {

  private static final Set<MonthDay> FIXED_HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(4, 27),
          MonthDay.of(5, 5),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  private static final List<EasterHoliday> EASTER_HOLIDAYS =
      List.of(
          EasterHoliday.GOOD_FRIDAY,
          EasterHoliday.EASTER_MONDAY,
          EasterHoliday.ASCENSION,
          EasterHoliday.WHIT_MONDAY);

  private static final int NOON_HOUR = 12;

  private WorkingDays() {}

  public static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !FIXED_HOLIDAYS.contains(MonthDay.from(day))
        && EASTER_HOLIDAYS.stream().noneMatch(holiday -> holiday.isOn(noon(day)));
  }

  /** The date this many working days after the given day; the day itself for 0. */
  public static LocalDate after(LocalDate day, int workingDays) {
    LocalDate end = day;
    for (int left = workingDays; left > 0; ) {
      end = end.plusDays(1);
      if (isWorkingDay(end)) {
        left--;
      }
    }
    return end;
  }

  private static java.util.Date noon(LocalDate day) {
    return new GregorianCalendar(
            day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth(), NOON_HOUR, 0)
        .getTime();
  }
}
