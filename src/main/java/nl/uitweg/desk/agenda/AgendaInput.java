package nl.uitweg.desk.agenda;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.region.WorkingDays;
import nl.uitweg.report.agenda.AgendaItems;
import nl.uitweg.report.agenda.AgendaKind;

/**
 * What an officer entered in the form that adds an item to the agenda.
 *
 * @param kind key of an {@link AgendaKind}
 * @param day as it was entered, or the day of the button that was pressed in ISO 8601
 * @param officer user name of the officer who is to do it
 */
record AgendaInput(String kind, String day, String officer, String note) {

  /** Buttons that choose the day: so many days from today, or the next working day after that. */
  static final List<Integer> SHORTCUTS = List.of(1, 7, 30);

  private static final int MAX_YEARS = 3;
  private static final int MAX_NOTE_LENGTH = 2_000;

  static AgendaInput of(MultivaluedMap<String, String> form, LocalDate today) {
    String shortcut = text(form, "in");
    String day =
        SHORTCUTS.stream()
            .filter(days -> shortcut.equals(days.toString()))
            .map(days -> workingDay(today.plusDays(days)).toString())
            .findFirst()
            .orElseGet(() -> text(form, "day"));
    return new AgendaInput(text(form, "kind"), day, text(form, "officer"), text(form, "note"));
  }

  /** This day, or the next working day when it is none. */
  private static LocalDate workingDay(LocalDate day) {
    return WorkingDays.after(day.minusDays(1), 1);
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("").strip();
  }

  /** A day from today up to three years ahead; empty for any other input. */
  static Optional<LocalDate> day(String entered, LocalDate today) {
    try {
      return Optional.of(Dates.parseDay(entered))
          .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusYears(MAX_YEARS)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Key of the text that says what is wrong; empty when nothing is.
   *
   * @param officers user names that may be chosen
   */
  Optional<String> problem(Collection<String> officers, LocalDate today) {
    if (AgendaKind.ofKey(kind).isEmpty()) {
      return Optional.of("agenda.problem-kind");
    }
    if (day(day, today).isEmpty()) {
      return Optional.of("agenda.problem-day");
    }
    if (!officers.contains(officer)) {
      return Optional.of("agenda.problem-officer");
    }
    return note.length() > MAX_NOTE_LENGTH ? Optional.of("agenda.problem-note") : Optional.empty();
  }

  /** The item to add; {@link #problem} must have found none. */
  AgendaItems.NewItem item(LocalDate today) {
    return new AgendaItems.NewItem(
        AgendaKind.ofKey(kind).orElseThrow(), day(day, today).orElseThrow(), officer, note);
  }

  /** Omits the note, because the result may be logged. */
  @Override
  public String toString() {
    return "AgendaInput";
  }
}
