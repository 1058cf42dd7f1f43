package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.Labels;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.region.ReadingDeadline;
import nl.uitweg.report.Facets;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.Urgency;
import org.jboss.logging.Logger;

/** Prepares the rows of one page of the inbox; only the reports of that page are decrypted. */
@Singleton
class InboxRows {

  private static final Logger LOG = Logger.getLogger(InboxRows.class);

  private final Reports reports;
  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;
  private final Facets facets;
  private final Labels labels;
  private final ReadingDeadline deadline;
  private final Clock clock;

  InboxRows(
      Reports reports,
      ReportTexts reportTexts,
      DeskFactory deskFactory,
      Facets facets,
      Labels labels,
      ReadingDeadline deadline,
      Clock clock) {
    this.reports = reports;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
    this.facets = facets;
    this.labels = labels;
    this.deadline = deadline;
    this.clock = clock;
  }

  /**
   * @param day day on which the report was received, in ISO 8601 format
   * @param assignee user name of the assignee; empty when there is none
   * @param hasUnreadMessage whether the reporter sent a message that no officer has read
   * @param overdue whether the report is open, unread and past its deadline for reading
   * @param consent what the reporter allowed, as a short text
   * @param unreadableText text that says why the sealed content cannot be decrypted; empty when it
   *     was decrypted. The other fields that do not come from the content are filled in either
   *     case.
   */
  record Row(
      String href,
      String summary,
      String language,
      String forms,
      List<String> labels,
      String municipality,
      String state,
      boolean urgent,
      boolean closed,
      String day,
      String age,
      String assignee,
      boolean assignedToMe,
      boolean hasUnreadMessage,
      boolean overdue,
      String consent,
      String unreadableText) {}

  /**
   * The decrypted content of a report, or the key of the text that says why it cannot be decrypted.
   */
  private record OpenResult(Optional<ReportContent> content, String unreadableKey) {}

  /** Data of the reports from other tables, fetched for the whole page at once. */
  private record PageData(
      Map<UUID, Handling> handling, Map<UUID, List<String>> labels, Set<UUID> withUnreadMessage) {}

  /** The rows at these cursors, in the same order. */
  List<Row> of(List<Cursor> cursors, Officer officer, Texts texts) {
    List<UUID> ids = cursors.stream().map(Cursor::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Report> reportsById = new HashMap<>();
    Report.<Report>list("id in ?1", ids).forEach(report -> reportsById.put(report.id(), report));
    Map<UUID, Handling> handlingById = new HashMap<>();
    Handling.<Handling>list("reportId in ?1", ids)
        .forEach(
            handlingOfReport -> handlingById.put(handlingOfReport.reportId(), handlingOfReport));
    PageData pageData =
        new PageData(
            handlingById,
            facets.of(ids, Facets.LABEL, labels.keys()),
            Report.findIdsWithUnreadReporterMessage(List.copyOf(reportsById.values())));
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(reportsById.get(id)).stream())
        .map(report -> row(report, pageData, officer, texts))
        .toList();
  }

  private Row row(Report report, PageData pageData, Officer officer, Texts texts) {
    OpenResult openResult = open(report, officer);
    Optional<ReportContent> content = openResult.content();
    Optional<Handling> handling = Optional.ofNullable(pageData.handling().get(report.id()));
    String assignee = handling.flatMap(Handling::assignedTo).orElse("");
    boolean closed = report.state().isClosed();
    boolean notReadYet = handling.flatMap(Handling::firstReadAt).isEmpty();
    boolean deadlinePassed =
        today().isAfter(deadline.lastDay(report.municipality(), report.receivedOn()));
    return new Row(
        "/backoffice/reports/" + report.id(),
        content.map(r -> ReportTexts.summary(r.texts().getOrDefault(Question.WHAT, ""))).orElse(""),
        content.map(ReportContent::language).orElse("nl"),
        report.forms().stream()
            .map(form -> reportTexts.optionText(Question.FORMS, form, deskFactory.dutchTexts()))
            .collect(Collectors.joining(", ")),
        pageData.labels().getOrDefault(report.id(), List.of()).stream()
            .sorted()
            .map(label -> Labels.text(label, texts))
            .toList(),
        report
            .municipality()
            .map(id -> reportTexts.municipalityName(id, texts))
            .orElseGet(() -> texts.get("desk.not-taken")),
        texts.get("desk.state." + report.state().key()),
        report.urgency() == Urgency.URGENT,
        closed,
        report.receivedOn().toString(),
        ageText(report.receivedOn(), content.map(ReportContent::sentAt), texts),
        assignee,
        assignee.equals(officer.name()),
        pageData.withUnreadMessage().contains(report.id()),
        !closed && notReadYet && deadlinePassed,
        content
            .map(r -> texts.get("inbox.consent." + Consent.of(r).name().toLowerCase(Locale.ROOT)))
            .orElse(""),
        openResult.unreadableKey().isEmpty() ? "" : texts.get(openResult.unreadableKey()));
  }

  private OpenResult open(Report report, Officer officer) {
    try {
      return new OpenResult(Optional.of(reports.open(report, officer.municipalities())), "");
    } catch (UnsealException | IllegalStateException e) {
      LOG.warnf("Report %s cannot be decrypted", report.id());
      return new OpenResult(Optional.empty(), ReportTexts.unreadableKey(e));
    }
  }

  /**
   * How long ago the report was received. The time of day is part of the sealed content, so it is
   * known only when the report can be decrypted.
   */
  private String ageText(LocalDate received, Optional<Instant> sentAt, Texts texts) {
    long days = ChronoUnit.DAYS.between(received, today());
    if (days > 1 || sentAt.isEmpty()) {
      return texts.get("inbox.age", Math.max(0, days));
    }
    String time = Dates.time(sentAt.get().atZone(DutchTime.ZONE).toLocalTime());
    return texts.get(days == 1 ? "inbox.age-yesterday" : "inbox.age-today", time);
  }

  private LocalDate today() {
    return DutchTime.today(clock);
  }
}
