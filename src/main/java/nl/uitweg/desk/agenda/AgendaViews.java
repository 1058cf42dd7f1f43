package nl.uitweg.desk.agenda;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.uitweg.desk.colleague.Colleagues;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Report;
import nl.uitweg.report.agenda.AgendaItem;
import nl.uitweg.report.agenda.AgendaKind;

/** Agenda items, and the form that adds one, as they are shown to an officer. */
@Singleton
class AgendaViews {

  private final Colleagues colleagues;
  private final Clock clock;

  AgendaViews(Colleagues colleagues, Clock clock) {
    this.colleagues = colleagues;
    this.clock = clock;
  }

  /**
   * One item.
   *
   * @param path address of the forms that change it
   * @param report link to its report; empty in the case file itself
   * @param when its day, and whether that has passed
   * @param officer text that says for whom it is
   * @param done text that says by whom and when it was done; empty while it is to be done
   */
  record Item(
      String id,
      String path,
      ReportLink report,
      When when,
      String kind,
      String officer,
      Note note,
      String done) {}

  /** A link to a report; {@code href} is empty for none. */
  record ReportLink(String href, String number, String forms) {

    static final ReportLink NONE = new ReportLink("", "", "");
  }

  /**
   * The day of an item.
   *
   * @param moveTo day in the field of the form that moves it, in ISO 8601 or as it was entered
   * @param earliest first day to which it can be moved, in ISO 8601
   * @param unfolded whether that form is shown unfolded
   */
  record When(String text, boolean late, String moveTo, String earliest, boolean unfolded) {}

  /** The note; {@code readable} is false when it cannot be decrypted. */
  record Note(String text, boolean readable) {}

  Item item(AgendaItem item, ReportLink report, Officer officer, Texts texts) {
    LocalDate today = DutchTime.today(clock);
    return new Item(
        item.id().toString(),
        path(item),
        report,
        new When(
            dayText(item.day(), today, texts),
            item.day().isBefore(today),
            item.day().isBefore(today) ? today.toString() : item.day().toString(),
            today.toString(),
            false),
        kindText(item.kind(), texts),
        item.officer().equals(officer.name())
            ? texts.get("agenda.for-me")
            : texts.get("agenda.for", item.officer()),
        new Note(item.note(), item.readable()),
        item.done().map(done -> doneText(done, officer, texts)).orElse(""));
  }

  /** The item without its note, with what was entered in the form that moves it. */
  Item refusedMove(AgendaItem item, String entered, Officer officer, Texts texts) {
    Item view = item(item, ReportLink.NONE, officer, texts);
    When when = view.when();
    return new Item(
        view.id(),
        view.path(),
        view.report(),
        new When(when.text(), when.late(), entered, when.earliest(), true),
        view.kind(),
        view.officer(),
        new Note("", true),
        view.done());
  }

  private static String path(AgendaItem item) {
    return formPath(item.reportId().toString()) + "/" + item.id();
  }

  private static String formPath(String report) {
    return "/backoffice/reports/" + report + "/agenda";
  }

  private static String dayText(LocalDate day, LocalDate today, Texts texts) {
    if (day.equals(today)) {
      return texts.get("agenda.today");
    }
    String text = Dates.dayWithWeekday(day, texts.language());
    return day.isBefore(today) ? texts.get("agenda.late", text) : text;
  }

  private static String doneText(AgendaItem.Done done, Officer officer, Texts texts) {
    String at = Dates.shortMoment(done.at(), texts.language());
    return done.officer().equals(officer.name())
        ? texts.get("agenda.done-me", at)
        : texts.get("agenda.done-by", done.officer(), at);
  }

  static String kindText(AgendaKind kind, Texts texts) {
    return texts.get("agenda.kind." + kind.key());
  }

  record Option(String value, String text, boolean chosen) {}

  /**
   * The form that adds an item.
   *
   * @param day as it is in the field
   * @param earliest first day that can be chosen, in ISO 8601
   * @param shortcuts buttons that choose the day
   * @param unfolded whether it is shown unfolded
   */
  record Form(
      String path,
      List<Option> kinds,
      String day,
      String earliest,
      List<Option> shortcuts,
      List<Option> officers,
      String note,
      boolean unfolded) {}

  Form form(Report report, AgendaInput input, boolean unfolded, Officer officer, Texts texts) {
    return new Form(
        formPath(report.id().toString()),
        Stream.of(AgendaKind.values())
            .map(
                kind ->
                    new Option(kind.key(), kindText(kind, texts), kind.key().equals(input.kind())))
            .toList(),
        input.day(),
        DutchTime.today(clock).toString(),
        AgendaInput.SHORTCUTS.stream()
            .map(days -> new Option(days.toString(), texts.get("agenda.in-" + days), false))
            .toList(),
        officers(report, officer).stream()
            .map(
                name ->
                    new Option(
                        name,
                        name.equals(officer.name()) ? texts.get("agenda.me") : name,
                        name.equals(input.officer())))
            .toList(),
        input.note(),
        unfolded);
  }

  /** User names of the officers for whom an item can be: this officer first, then colleagues. */
  Set<String> officers(Report report, Officer officer) {
    Set<String> names = new LinkedHashSet<>();
    names.add(officer.name());
    names.addAll(colleagues.of(report));
    return names;
  }
}
