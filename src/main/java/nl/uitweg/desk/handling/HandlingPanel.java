package nl.uitweg.desk.handling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Labels;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.ReadingDeadline;
import nl.uitweg.report.Facets;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.Urgency;

/** Shows who has a report, its urgency, labels and deadline, with the form that changes them. */
@Singleton
class HandlingPanel implements CaseFilePanel {

  private static final int FIRST = 10;

  private final Facets facets;
  private final Labels labels;
  private final ReadingDeadline deadline;
  private final Clock clock;

  HandlingPanel(Facets facets, Labels labels, ReadingDeadline deadline, Clock clock) {
    this.facets = facets;
    this.labels = labels;
    this.deadline = deadline;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance handling(Desk desk, View handling);
  }

  /**
   * @param seen what is stored while the officer reads this
   * @param unknown whether the name that was typed is nobody's
   */
  record View(
      String path,
      String who,
      String deadline,
      String assigned,
      boolean mine,
      List<Option> urgencies,
      List<Option> labels,
      String seen,
      boolean unknown,
      boolean taken) {}

  record Option(String value, String text, boolean chosen) {}

  @Override
  public int order() {
    return FIRST;
  }

  @Override
  public String html(Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    HandlingValues stored = stored(report);
    return Templates.handling(desk, view(report, stored, stored, false, officer, desk.texts()))
        .render();
  }

  HandlingValues stored(Report report) {
    List<String> has =
        facets
            .of(List.of(report.id()), Facets.LABEL, labels.keys())
            .getOrDefault(report.id(), List.of());
    return new HandlingValues(
        Handling.of(report).flatMap(Handling::assignedTo).orElse(""),
        report.urgency(),
        labels.keys().stream().filter(has::contains).toList());
  }

  /**
   * @param filledIn what stands in the fields; other than {@code stored} after a problem
   */
  View view(
      Report report,
      HandlingValues stored,
      HandlingValues filledIn,
      boolean unknown,
      Officer officer,
      Texts texts) {
    return new View(
        "/backoffice/reports/" + report.id() + "/handling",
        who(stored, officer, texts),
        deadline(report, texts),
        filledIn.assigned(),
        stored.assigned().equals(officer.name()),
        Stream.of(Urgency.values())
            .map(
                urgency ->
                    new Option(
                        key(urgency),
                        texts.get("handling.urgency." + key(urgency)),
                        urgency == filledIn.urgency()))
            .toList(),
        labels.keys().stream()
            .map(key -> new Option(key, Labels.text(key, texts), filledIn.labels().contains(key)))
            .toList(),
        stored.seen(),
        unknown,
        report.municipality().isPresent());
  }

  /** In one sentence what is stored now. */
  static String now(HandlingValues stored, Officer officer, Texts texts) {
    String labels =
        stored.labels().stream()
            .map(key -> Labels.text(key, texts))
            .collect(Collectors.joining(", "));
    String who = who(stored, officer, texts);
    return texts.get(
        "handling.now",
        who.substring(0, 1).toLowerCase(texts.language().locale())
            + who.substring(1).replace(".", ""),
        texts
            .get("handling.urgency." + key(stored.urgency()))
            .toLowerCase(texts.language().locale()),
        labels.isEmpty() ? texts.get("handling.no-labels") : labels);
  }

  private static String who(HandlingValues stored, Officer officer, Texts texts) {
    if (stored.assigned().isEmpty()) {
      return texts.get("handling.has-nobody");
    }
    return stored.assigned().equals(officer.name())
        ? texts.get("handling.has-me")
        : texts.get("handling.has", stored.assigned());
  }

  private String deadline(Report report, Texts texts) {
    LocalDate last = deadline.lastDay(report.municipality(), report.receivedOn());
    Optional<LocalDate> read =
        Handling.of(report)
            .flatMap(Handling::firstReadAt)
            .map(at -> LocalDate.ofInstant(at, DutchTime.ZONE));
    if (read.isPresent()) {
      return read.get().isAfter(last)
          ? texts.get("handling.read-late", day(read.get(), texts), day(last, texts))
          : texts.get("handling.read", day(read.get(), texts));
    }
    boolean passed = DutchTime.today(clock).isAfter(last);
    return texts.get(passed ? "handling.deadline-passed" : "handling.deadline", day(last, texts));
  }

  private static String key(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT);
  }

  private static String day(LocalDate day, Texts texts) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
        .withLocale(texts.language().locale())
        .format(day);
  }
}
