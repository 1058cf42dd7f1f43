package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.danger.DangerTexts;
import nl.uitweg.desk.neighbour.Matches;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.NewOutcomes;
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
  private final NewOutcomes newOutcomes;
  private final ReadingDeadline deadline;
  private final DangerTexts danger;
  private final Matches matches;
  private final Clock clock;

  InboxRows(
      Reports reports,
      ReportTexts reportTexts,
      DeskFactory deskFactory,
      Facets facets,
      Labels labels,
      NewOutcomes newOutcomes,
      ReadingDeadline deadline,
      DangerTexts danger,
      Matches matches,
      Clock clock) {
    this.matches = matches;
    this.danger = danger;
    this.reports = reports;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
    this.facets = facets;
    this.labels = labels;
    this.newOutcomes = newOutcomes;
    this.deadline = deadline;
    this.clock = clock;
  }

  /** One report in the list. */
  record Row(
      String id,
      String href,
      String number,
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
   * @param danger the words of danger that were found, with quotation marks; empty when none were
   * @param unreadableText text that says why the content cannot be decrypted, and then the other
   *     texts are empty; empty when it was decrypted
   */
  record Summary(
      String text, String language, String consent, String danger, String unreadableText) {}

  /**
   * @param hasUnreadMessage whether the reporter sent a message that no officer has read
   * @param newOutcome whether an outcome of a referral arrived that no officer has seen
   * @param match text that says with which municipalities there is a match; empty without one
   * @param due text that says that the report must be read today or should have been read; empty
   *     when it need not
   */
  record Status(
      String state,
      boolean urgent,
      boolean closed,
      boolean hasUnreadMessage,
      boolean newOutcome,
      String match,
      String due) {}

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
  private record OpenResult(Optional<ReportContent> content, String unreadableKey) {

    Instant sentAt() {
      return content.map(ReportContent::sentAt).orElse(Instant.EPOCH);
    }
  }

  /** A row with what it is sorted by: the exact time is sealed, so the database cannot sort. */
  private record Sortable(Row row, Part part, LocalDate day, Instant sentAt) {}

  /** Data of the reports from other tables, fetched for the whole page at once. */
  private record PageData(
      Map<UUID, Handling> handling,
      Map<UUID, List<String>> labels,
      Set<UUID> withUnreadMessage,
      Set<UUID> withNewOutcome,
      Map<UUID, List<String>> matches) {}

  /**
   * The rows at these cursors. Within a part and a day, they are in the order of the exact time of
   * sending.
   *
   * @param list address of the list, to which the officer returns from a report
   */
  List<Row> of(List<Cursor> cursors, InboxFilter list, Officer officer, Texts texts) {
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
            reports.findIdsWithUnreadReporterMessage(reportsById.values()),
            newOutcomes.among(ids),
            matches.municipalities(ids));
    List<Sortable> rows = new ArrayList<>();
    for (Cursor cursor : cursors) {
      Report report = reportsById.get(cursor.id());
      if (report != null) {
        OpenResult openResult = open(report, officer);
        Row row = row(report, openResult, new Context(pageData, list, officer, texts));
        rows.add(new Sortable(row, cursor.part(), cursor.received(), openResult.sentAt()));
      }
    }
    return sorted(rows, list.oldestFirst());
  }

  private static List<Row> sorted(List<Sortable> rows, boolean oldestFirst) {
    Comparator<Sortable> newestFirst =
        Comparator.comparing(Sortable::day).thenComparing(Sortable::sentAt).reversed();
    return rows.stream()
        .sorted(
            Comparator.comparing(Sortable::part)
                .thenComparing(oldestFirst ? newestFirst.reversed() : newestFirst))
        .map(Sortable::row)
        .toList();
  }

  /** What every row of a page has in common. */
  private record Context(PageData pageData, InboxFilter list, Officer officer, Texts texts) {}

  private Row row(Report report, OpenResult openResult, Context context) {
    PageData pageData = context.pageData();
    Texts texts = context.texts();
    Optional<Handling> handling = Optional.ofNullable(pageData.handling().get(report.id()));
    String assignee = handling.flatMap(Handling::assignedTo).orElse("");
    boolean closed = report.state().isClosed();
    boolean notReadYet = handling.flatMap(Handling::firstReadAt).isEmpty();
    return new Row(
        report.id().toString(),
        "/backoffice/reports/" + report.id() + ReturnAddress.fromList(context.list().url()),
        handling.map(known -> known.number().toString()).orElse(""),
        subject(report, pageData.labels().getOrDefault(report.id(), List.of()), texts),
        summary(openResult, texts),
        new Status(
            texts.get("desk.state." + report.state().key()),
            report.urgency() == Urgency.URGENT,
            closed,
            pageData.withUnreadMessage().contains(report.id()),
            pageData.withNewOutcome().contains(report.id()),
            match(pageData.matches().getOrDefault(report.id(), List.of()), texts),
            !closed && notReadYet ? due(report, texts) : ""),
        new Received(
            report.receivedOn().toString(),
            ageText(report.receivedOn(), openResult.content().map(ReportContent::sentAt), texts)),
        new Assignee(assignee, assignee.equals(context.officer().name())));
  }

  private String due(Report report, Texts texts) {
    LocalDate lastDay = deadline.lastDay(report.municipality(), report.receivedOn());
    if (lastDay.isAfter(today())) {
      return "";
    }
    return texts.get(lastDay.equals(today()) ? "inbox.due-today" : "inbox.overdue");
  }

  private String match(List<String> municipalities, Texts texts) {
    return municipalities.isEmpty()
        ? ""
        : texts.get(
            "neighbour.mark",
            municipalities.stream()
                .map(id -> reportTexts.municipalityName(id, texts))
                .collect(Collectors.joining(", ")));
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
                    danger.inList(content, texts),
                    ""))
        .orElseGet(() -> new Summary("", "", "", "", texts.get(openResult.unreadableKey())));
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
