package nl.uitweg.platform.i18n;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes every date and time that a person reads, in the language of that person and in Dutch time.
 * The styles come from the CLDR data of ICU4J, because those of the JDK differ between versions.
 * Dates that machines read are written with {@link LocalDate#toString()} (ISO 8601). Always uses
 * the Gregorian calendar of Dutch organisations and the digits 0 to 9 of telephone keypads, also
 * where CLDR has other defaults (Arabic, Persian). English dates are British.
 */
public final class Dates {

  private static final Pattern DUTCH_DAY = Pattern.compile("\\d{1,2}-\\d{1,2}-\\d{4}");
  private static final DateTimeFormatter DUTCH_DAY_FORMAT =
      DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private Dates() {}

  /** For example 25 November 2026. */
  public static String day(LocalDate day, Language language) {
    return format(
        DateFormat.getDateInstance(DateFormat.LONG, locale(language)),
        day.atStartOfDay(ZoneOffset.UTC));
  }

  /** For example Wednesday, 25 November 2026. */
  public static String dayWithWeekday(LocalDate day, Language language) {
    return format(
        DateFormat.getDateInstance(DateFormat.FULL, locale(language)),
        day.atStartOfDay(ZoneOffset.UTC));
  }

  /** For example 25 November 2026 at 14:05. */
  public static String moment(Instant at, Language language) {
    return format(
        DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT, locale(language)),
        at.atZone(DutchTime.ZONE));
  }

  /** For example 25 Nov 2026, 14:05; for lists. */
  public static String shortMoment(Instant at, Language language) {
    return format(
        DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, locale(language)),
        at.atZone(DutchTime.ZONE));
  }

  /** For example 25 Nov 2026 14:05:09. */
  public static String second(Instant at, Language language) {
    return format(
        new SimpleDateFormat("d MMM yyyy HH:mm:ss", locale(language)), at.atZone(DutchTime.ZONE));
  }

  /** Stand-alone month and year, for example November 2026. */
  public static String month(YearMonth month, Language language) {
    return format(
        new SimpleDateFormat("LLLL yyyy", locale(language)),
        month.atDay(1).atStartOfDay(ZoneOffset.UTC));
  }

  /** Stand-alone name of a month, for example November. */
  public static String monthName(Month month, Language language) {
    return monthName("LLLL", month, language);
  }

  /** Abbreviated name of a month, for example Nov. */
  public static String shortMonthName(Month month, Language language) {
    return monthName("LLL", month, language);
  }

  private static String monthName(String pattern, Month month, Language language) {
    return format(
        new SimpleDateFormat(pattern, locale(language)),
        Year.of(2000).atMonth(month).atDay(1).atStartOfDay(ZoneOffset.UTC));
  }

  /** Hour and minute, as on a 24-hour clock. */
  public static String time(LocalTime time) {
    return TIME.format(time);
  }

  /**
   * The day that an officer entered, as 25-11-2026 or in ISO 8601.
   *
   * @throws DateTimeException when the input is not a valid day
   */
  public static LocalDate parseDay(String input) {
    return DUTCH_DAY.matcher(input).matches()
        ? LocalDate.parse(input, DUTCH_DAY_FORMAT)
        : LocalDate.parse(input);
  }

  /** Stand-alone weekday name (CLDR {@code stand-alone}). */
  public static String weekday(DayOfWeek day, Language language) {
    String[] sundayFirst =
        DateFormatSymbols.getInstance(locale(language))
            .getWeekdays(DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE);
    return sundayFirst[day.getValue() % 7 + 1];
  }

  private static String format(DateFormat format, ZonedDateTime at) {
    format.setTimeZone(TimeZone.getTimeZone(at.getZone().getId()));
    return format.format(Date.from(at.toInstant()));
  }

  private static ULocale locale(Language language) {
    ULocale locale = language.equals(Language.ENGLISH) ? ULocale.UK : language.uLocale();
    return locale.setKeywordValue("calendar", "gregorian").setKeywordValue("numbers", "latn");
  }
}
