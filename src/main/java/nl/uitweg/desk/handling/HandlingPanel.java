package nl.uitweg.desk.handling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
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
import nl.uitweg.desk.colleague.Colleagues;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.ReadingDeadline;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.indexing.Facets;

/**
 * The panel of the case file with the assignee of the report and the deadline for reading it, and
 * with the form that changes the assignee, the urgency and the labels.
 */
@Singleton
class HandlingPanel implements CaseFilePanel {

  private static final int ORDER = 10;

  private final Reports reports;
  private final Facets facets;
  private final Labels labels;
  private final ReadingDeadline deadline;
  private final Colleagues colleagues;
  private final Clock clock;

  HandlingPanel(
      Reports reports,
      Facets facets,
      Labels labels,
      ReadingDeadline deadline,
      Colleagues colleagues,
      Clock clock) {
    this.reports = reports;
    this.facets = facets;
    this.labels = labels;
    this.deadline = deadline;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "desk/handling")
  static class Templates {
    static native TemplateInstance panel(Desk desk, View handling);
  }

  /**
   * @param assigneeText sentence that says who has the report
   * @param taken whether a municipality has taken the report; only then the form is shown
   */
  record View(String assigneeText, String deadline, boolean taken, Form form) {}

  /**
   * @param version version of the stored values that the officer sees, to detect concurrent changes
   * @param unknownAssignee whether the name that was entered belongs to no known officer
   * @param colleagues names that can be entered
   */
  record Form(
      String path,
      String assignee,
      boolean unknownAssignee,
      List<String> colleagues,
      List<Option> urgencies,
      List<Option> labels,
      String version) {}

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
        reports.handling(report).flatMap(Handling::assignedTo).orElse(""),
        report.urgency(),
        labels.keys().stream().filter(labelsOfReport::contains).toList());
  }

  /** The values that an officer entered in the form. */
  HandlingValues requested(MultivaluedMap<String, String> form, HandlingValues stored) {
    return HandlingValues.fromForm(form, stored, labels.keys());
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
        assignee("handling.", stored, officer, texts),
        deadline(report, texts),
        report.municipality().isPresent(),
        new Form(
            "/backoffice/reports/" + report.id() + "/handling",
            input.assignee(),
            unknownAssignee,
            colleagues.of(report),
            urgencies(input.urgency(), texts),
            labels(input.labels(), texts),
            stored.version()));
  }

  private static List<Option> urgencies(Urgency chosen, Texts texts) {
    return Stream.of(Urgency.values())
        .map(
            urgency ->
                new Option(
                    key(urgency), texts.get("handling.urgency." + key(urgency)), urgency == chosen))
        .toList();
  }

  private List<Option> labels(List<String> chosen, Texts texts) {
    return labels.keys().stream()
        .map(key -> new Option(key, Labels.text(key, texts), chosen.contains(key)))
        .toList();
  }

  /** One sentence with the stored assignee, urgency and labels. */
  static String summary(HandlingValues stored, Officer officer, Texts texts) {
    String labels =
        stored.labels().stream()
            .map(key -> Labels.text(key, texts))
            .collect(Collectors.joining(", "));
    return texts.get(
        "handling.now",
        assignee("handling.now.", stored, officer, texts),
        texts.get("handling.now." + key(stored.urgency())),
        labels.isEmpty() ? texts.get("handling.no-labels") : labels);
  }

  /**
   * @param prefix of the keys: {@code handling.} for a sentence of its own, {@code handling.now.}
   *     for a part of a sentence
   */
  private static String assignee(
      String prefix, HandlingValues stored, Officer officer, Texts texts) {
    if (stored.assignee().isEmpty()) {
      return texts.get(prefix + "has-nobody");
    }
    return stored.assignee().equals(officer.name())
        ? texts.get(prefix + "has-me")
        : texts.get(prefix + "has", stored.assignee());
  }

  private String deadline(Report report, Texts texts) {
    LocalDate last = deadline.lastDay(report.municipality(), report.receivedOn());
    Optional<LocalDate> read =
        reports
            .handling(report)
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
