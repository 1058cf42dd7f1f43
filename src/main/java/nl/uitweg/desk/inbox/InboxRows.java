package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.Labels;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.region.ReadingTerm;
import nl.uitweg.report.Facets;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.Urgency;
import org.jboss.logging.Logger;

/** What a row of the inbox shows; opened for the rows of one page only. */
@Singleton
class InboxRows {

  private static final Logger LOG = Logger.getLogger(InboxRows.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Reports reports;
  private final ReportTexts reportTexts;
  private final Desks desks;
  private final Facets facets;
  private final Labels labels;
  private final ReadingTerm term;
  private final Clock clock;

  InboxRows(
      Reports reports,
      ReportTexts reportTexts,
      Desks desks,
      Facets facets,
      Labels labels,
      ReadingTerm term,
      Clock clock) {
    this.reports = reports;
    this.reportTexts = reportTexts;
    this.desks = desks;
    this.facets = facets;
    this.labels = labels;
    this.term = term;
    this.clock = clock;
  }

  /**
   * @param day on which it was sent, for machines
   * @param assigned user name, or empty
   * @param late whether it should have been read by now
   * @param consent what the reporter allowed, in a word
   * @param unreadable why the sealed content does not open, in words; empty when it does. The rest
   *     of the row is true either way.
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
      String assigned,
      boolean mine,
      boolean answered,
      boolean late,
      String consent,
      String unreadable) {}

  /** A report, or the key of the sentence that says why it does not open. */
  private record Opened(Optional<ReportContent> content, String unreadable) {}

  /** What is known of a report beside its own row, fetched for the whole page at once. */
  private record Context(
      Map<UUID, Handling> handling, Map<UUID, List<String>> labels, Set<UUID> answered) {}

  /** The rows at these places, in their order. */
  List<Row> of(List<Cursor> places, Officer officer, Texts texts) {
    List<UUID> ids = places.stream().map(Cursor::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Report> found = new HashMap<>();
    Report.<Report>list("id in ?1", ids).forEach(report -> found.put(report.id(), report));
    Map<UUID, Handling> handling = new HashMap<>();
    Handling.<Handling>list("reportId in ?1", ids)
        .forEach(one -> handling.put(one.reportId(), one));
    Context context =
        new Context(
            handling,
            facets.of(ids, Facets.LABEL, labels.keys()),
            Report.withUnreadAnswers(List.copyOf(found.values())));
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
        .map(report -> row(report, context, officer, texts))
        .toList();
  }

  private Row row(Report report, Context context, Officer officer, Texts texts) {
    Opened opened = open(report, officer);
    Optional<ReportContent> content = opened.content();
    Optional<Handling> handling = Optional.ofNullable(context.handling().get(report.id()));
    String assigned = handling.flatMap(Handling::assignedTo).orElse("");
    boolean closed = report.state().isClosed();
    boolean unread = handling.flatMap(Handling::firstReadAt).isEmpty();
    boolean passed = today().isAfter(term.lastDay(report.municipality(), report.receivedOn()));
    return new Row(
        "/backoffice/reports/" + report.id(),
        content.map(r -> ReportTexts.summary(r.texts().getOrDefault(Question.WHAT, ""))).orElse(""),
        content.map(ReportContent::language).orElse("nl"),
        report.forms().stream()
            .map(form -> reportTexts.words(Question.FORMS, form, desks.dutch()))
            .collect(Collectors.joining(", ")),
        context.labels().getOrDefault(report.id(), List.of()).stream()
            .sorted()
            .map(label -> Labels.text(label, texts))
            .toList(),
        report
            .municipality()
            .map(id -> reportTexts.municipality(id, texts))
            .orElseGet(() -> texts.get("desk.not-taken")),
        texts.get("desk.state." + report.state().key()),
        report.urgency() == Urgency.URGENT,
        closed,
        report.receivedOn().toString(),
        age(report.receivedOn(), content.map(ReportContent::sentAt), texts),
        assigned,
        assigned.equals(officer.name()),
        context.answered().contains(report.id()),
        !closed && unread && passed,
        content
            .map(r -> texts.get("inbox.consent." + Consent.of(r).name().toLowerCase(Locale.ROOT)))
            .orElse(""),
        opened.unreadable().isEmpty() ? "" : texts.get(opened.unreadable()));
  }

  private Opened open(Report report, Officer officer) {
    try {
      return new Opened(Optional.of(reports.open(report, officer.municipalities())), "");
    } catch (UnsealException | IllegalStateException e) {
      LOG.warnf("Report %s does not open", report.id());
      return new Opened(Optional.empty(), ReportTexts.unreadable(e));
    }
  }

  /** The time of day is sealed inside the report: known only when it opens. */
  private String age(LocalDate received, Optional<Instant> sentAt, Texts texts) {
    long days = ChronoUnit.DAYS.between(received, today());
    if (days > 1 || sentAt.isEmpty()) {
      return texts.get("inbox.age", Math.max(0, days));
    }
    String time = TIME.format(sentAt.get().atZone(DutchTime.ZONE));
    return texts.get(days == 1 ? "inbox.age-yesterday" : "inbox.age-today", time);
  }

  private LocalDate today() {
    return DutchTime.today(clock);
  }
}
