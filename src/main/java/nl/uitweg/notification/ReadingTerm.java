package nl.uitweg.notification;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How long a new report may wait unopened: whole working days after the day it came in, because
 * that day is all the database knows. Public holidays count as working days: a mail too early is
 * better than one too late.
 */
final class ReadingTerm {

  private ReadingTerm() {}

  /** The last day on which opening it is still in time. */
  static LocalDate lastDay(LocalDate received, int workingDays) {
    LocalDate day = received;
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }

  static boolean passed(LocalDate received, int workingDays, LocalDate today) {
    return today.isAfter(lastDay(received, workingDays));
  }
}
