package nl.uitweg.site.directory;

import java.util.List;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;

/** The opening hours of an organisation in words. */
public final class OpeningHours {

  private OpeningHours() {}

  /** For example "day and night", or "Monday to Friday, from 9:00 to 17:00". */
  public static String text(Organisation.Hours hours, Texts texts) {
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
}
