package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
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
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.indexing.Facets;
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

  /** One report in the list. */
  record Row(
      String href,
      Subject subject,
      Summary summary,
      Status status,
      Received received,
      Assignee assignee) {}

  /**
   * What the report is about, as far as that is known without decrypting it.
   *
   * @param forms forms of exploitation
   */
  record Subject(String forms, List<String> labels, String municipality) {}

  /**
   * What the list shows of the sealed content.
   *
   * @param consent what the reporter allowed, as a short text
   * @param unreadableText text that says why the content cannot be decrypted, and then the other
   *     texts are empty; empty when it was decrypted
   */
  record Summary(String text, String language, String consent, String unreadableText) {}

  /**
   * @param hasUnreadMessage whether the reporter sent a message that no officer has read
   * @param overdue whether the report is open, unread and past its deadline for reading
   */
  record Status(
      String state, boolean urgent, boolean closed, boolean hasUnreadMessage, boolean overdue) {}

  /**
   * @param day in ISO 8601 format
   */
  record Received(String day, String age) {}

  /**
   * @param name user name; empty when the report is not assigned
   * @param me whether that is the officer who reads the list
   */
  record Assignee(String name, boolean me) {}

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
    reports.findAll(ids).forEach(report -> reportsById.put(report.id(), report));
    PageData pageData =
        new PageData(
            reports.handlings(ids),
            facets.of(ids, Facets.LABEL, labels.keys()),
            reports.findIdsWithUnreadReporterMessage(reportsById.values()));
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(reportsById.get(id)).stream())
        .map(report -> row(report, pageData, officer, texts))
        .toList();
  }

  private Row row(Report report, PageData pageData, Officer officer, Texts texts) {
    OpenResult openResult = open(report, officer);
    Optional<Handling> handling = Optional.ofNullable(pageData.handling().get(report.id()));
    String assignee = handling.flatMap(Handling::assignedTo).orElse("");
    boolean closed = report.state().isClosed();
    boolean notReadYet = handling.flatMap(Handling::firstReadAt).isEmpty();
    boolean deadlinePassed =
        today().isAfter(deadline.lastDay(report.municipality(), report.receivedOn()));
    return new Row(
        "/backoffice/reports/" + report.id(),
        subject(report, pageData.labels().getOrDefault(report.id(), List.of()), texts),
        summary(openResult, texts),
        new Status(
            texts.get("desk.state." + report.state().key()),
            report.urgency() == Urgency.URGENT,
            closed,
            pageData.withUnreadMessage().contains(report.id()),
            !closed && notReadYet && deadlinePassed),
        new Received(
            report.receivedOn().toString(),
            ageText(report.receivedOn(), openResult.content().map(ReportContent::sentAt), texts)),
        new Assignee(assignee, assignee.equals(officer.name())));
  }

  private Subject subject(Report report, List<String> labelKeys, Texts texts) {
    return new Subject(
        report.forms().stream()
            .map(form -> reportTexts.optionText(Question.FORMS, form, deskFactory.dutchTexts()))
            .collect(Collectors.joining(", ")),
        labelKeys.stream().sorted().map(label -> Labels.text(label, texts)).toList(),
        report
            .municipality()
            .map(id -> reportTexts.municipalityName(id, texts))
            .orElseGet(() -> texts.get("desk.not-taken")));
  }

  private Summary summary(OpenResult openResult, Texts texts) {
    return openResult
        .content()
        .map(
            content ->
                new Summary(
                    ReportTexts.summary(reportTexts.whatHappens(content, deskFactory.dutchTexts())),
                    content.language(),
                    texts.get("inbox.consent." + InboxForm.key(Consent.of(content))),
                    ""))
        .orElseGet(() -> new Summary("", "", "", texts.get(openResult.unreadableKey())));
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
