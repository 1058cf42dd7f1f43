package nl.uitweg.content;

import com.ibm.icu.util.EasterHoliday;
import com.ibm.icu.util.GregorianCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * Dutch days on which an organisation may be closed that is open on that weekday in other weeks.
 * Liberation Day (5 May) and Good Friday are not among them: most organisations work on those days,
 * and Liberation Day is a day off for many only once in five years. {@code region.WorkingDays} has
 * the list of the Algemene termijnenwet, which is another one.
 */
final class PublicHolidays {

  private static final Set<MonthDay> FIXED =
      Set.of(MonthDay.of(1, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

  private static final List<EasterHoliday> RELATIVE_TO_EASTER =
      List.of(
          EasterHoliday.EASTER_SUNDAY,
          EasterHoliday.EASTER_MONDAY,
          EasterHoliday.ASCENSION,
          EasterHoliday.WHIT_SUNDAY,
          EasterHoliday.WHIT_MONDAY);

  private static final MonthDay KINGS_DAY = MonthDay.of(4, 27);

  private static final int NOON_HOUR = 12;

  private PublicHolidays() {}

  static boolean contains(LocalDate day) {
    return FIXED.contains(MonthDay.from(day))
        || isKingsDay(day)
        || RELATIVE_TO_EASTER.stream().anyMatch(holiday -> holiday.isOn(noon(day)));
  }

  /** 27 April, or the day before when that is a Sunday. */
  private static boolean isKingsDay(LocalDate day) {
    LocalDate kingsDay = KINGS_DAY.atYear(day.getYear());
    return day.equals(
        kingsDay.getDayOfWeek() == DayOfWeek.SUNDAY ? kingsDay.minusDays(1) : kingsDay);
  }

  private static java.util.Date noon(LocalDate day) {
    return new GregorianCalendar(
            day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth(), NOON_HOUR, 0)
        .getTime();
  }
}
