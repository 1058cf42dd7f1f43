package nl.uitweg.desk.handling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Labels;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.ReadingDeadline;
import nl.uitweg.report.Facets;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.Urgency;

/**
 * The panel of the case file with the assignee of the report, its urgency, its labels and the
 * deadline for reading it, and with the form that changes them.
 */
@Singleton
class HandlingPanel implements CaseFilePanel {

  private static final int ORDER = 10;

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

  @CheckedTemplate(basePath = "desk/handling")
  static class Templates {
    static native TemplateInstance panel(Desk desk, View handling);
  }

  /**
   * @param assigneeText sentence that says who has the report
   * @param version version of the stored values that the officer sees, to detect concurrent changes
   * @param unknownAssignee whether the name that was entered belongs to no known officer
   * @param taken whether a municipality has taken the report
   */
  record View(
      String path,
      String assigneeText,
      String deadline,
      String assignee,
      boolean assignedToMe,
      List<Option> urgencies,
      List<Option> labels,
      String version,
      boolean unknownAssignee,
      boolean taken) {}

  record Option(String value, String text, boolean chosen) {}

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public TemplateInstance html(
      Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    HandlingValues stored = stored(report);
    return Templates.panel(desk, view(report, stored, stored, false, officer, desk.texts()));
  }

  HandlingValues stored(Report report) {
    List<String> labelsOfReport =
        facets
            .of(List.of(report.id()), Facets.LABEL, labels.keys())
            .getOrDefault(report.id(), List.of());
    return new HandlingValues(
        Handling.of(report).flatMap(Handling::assignedTo).orElse(""),
        report.urgency(),
        labels.keys().stream().filter(labelsOfReport::contains).toList());
  }

  /**
   * @param input the values of the form fields; they differ from {@code stored} after a problem
   */
  View view(
      Report report,
      HandlingValues stored,
      HandlingValues input,
      boolean unknownAssignee,
      Officer officer,
      Texts texts) {
    return new View(
        "/backoffice/reports/" + report.id() + "/handling",
        assigneeText(stored, officer, texts),
        deadline(report, texts),
        input.assignee(),
        stored.assignee().equals(officer.name()),
        Stream.of(Urgency.values())
            .map(
                urgency ->
                    new Option(
                        key(urgency),
                        texts.get("handling.urgency." + key(urgency)),
                        urgency == input.urgency()))
            .toList(),
        labels.keys().stream()
            .map(key -> new Option(key, Labels.text(key, texts), input.labels().contains(key)))
            .toList(),
        stored.version(),
        unknownAssignee,
        report.municipality().isPresent());
  }

  /** One sentence with the stored assignee, urgency and labels. */
  static String summary(HandlingValues stored, Officer officer, Texts texts) {
    String labels =
        stored.labels().stream()
            .map(key -> Labels.text(key, texts))
            .collect(Collectors.joining(", "));
    String assigneeText = assigneeText(stored, officer, texts);
    return texts.get(
        "handling.now",
        assigneeText.substring(0, 1).toLowerCase(texts.language().locale())
            + assigneeText.substring(1).replace(".", ""),
        texts
            .get("handling.urgency." + key(stored.urgency()))
            .toLowerCase(texts.language().locale()),
        labels.isEmpty() ? texts.get("handling.no-labels") : labels);
  }

  private static String assigneeText(HandlingValues stored, Officer officer, Texts texts) {
    if (stored.assignee().isEmpty()) {
      return texts.get("handling.has-nobody");
    }
    return stored.assignee().equals(officer.name())
        ? texts.get("handling.has-me")
        : texts.get("handling.has", stored.assignee());
  }

  private String deadline(Report report, Texts texts) {
    LocalDate last = deadline.lastDay(report.municipality(), report.receivedOn());
    Optional<LocalDate> read =
        Handling.of(report)
            .flatMap(Handling::firstReadAt)
            .map(at -> LocalDate.ofInstant(at, DutchTime.ZONE));
    if (read.isPresent()) {
      return read.get().isAfter(last)
          ? texts.get("handling.read-late", formatDay(read.get(), texts), formatDay(last, texts))
          : texts.get("handling.read", formatDay(read.get(), texts));
    }
    boolean passed = DutchTime.today(clock).isAfter(last);
    return texts.get(
        passed ? "handling.deadline-passed" : "handling.deadline", formatDay(last, texts));
  }

  private static String key(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT);
  }

  private static String formatDay(LocalDate day, Texts texts) {
    return Dates.dayWithWeekday(day, texts.language());
  }
}
