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
 * Dates as a visitor's language writes them, by the CLDR of ICU and not that of the machine's Java,
 * which differs per version. Always the calendar that Dutch organisations use, and digits 0 to 9 as
 * on every telephone, also where CLDR has others (Arabic, Persian). English is that of Europe.
 */
public final class Dates {

  private Dates() {}

  /** For example 25 November 2026. */
  public static String day(LocalDate day, Language language) {
    return format(
        DateFormat.getDateInstance(DateFormat.LONG, locale(language)),
        day.atStartOfDay(ZoneOffset.UTC));
  }

  /** Day, hour and minute, at the clock of the place where the moment is said. */
  public static String moment(ZonedDateTime at, Language language) {
    return format(
        DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT, locale(language)), at);
  }

  /** The name of a day, as it stands by itself. */
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
