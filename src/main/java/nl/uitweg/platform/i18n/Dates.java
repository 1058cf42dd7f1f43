package nl.uitweg.platform.i18n;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;

/**
 * Formats dates in the language of the visitor, with the CLDR data of ICU4J, because that of the
 * JDK differs per version. Always uses the Gregorian calendar of Dutch organisations and the digits
 * 0 to 9 of telephone keypads, also where CLDR has other defaults (Arabic, Persian). English dates
 * are British.
 */
public final class Dates {

  private Dates() {}

  /** For example 25 November 2026. */
  public static String day(LocalDate day, Language language) {
    return format(
        DateFormat.getDateInstance(DateFormat.LONG, locale(language)),
        day.atStartOfDay(ZoneOffset.UTC));
  }

  /** Date, hour and minute, in the time zone of {@code at}. */
  public static String moment(ZonedDateTime at, Language language) {
    return format(
        DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT, locale(language)), at);
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
