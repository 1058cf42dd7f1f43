package nl.uitweg.backoffice.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.backoffice.ReportTexts;
import nl.uitweg.language.Texts;
import nl.uitweg.sealing.UnsealException;
import nl.uitweg.signal.Question;
import nl.uitweg.signal.Report;
import nl.uitweg.signal.Reports;
import nl.uitweg.signal.Signal;
import nl.uitweg.signal.Urgency;
import org.jboss.logging.Logger;

/** What a row of the inbox shows; opened for the rows of one page only. */
@Singleton
class InboxRows {

  private static final Logger LOG = Logger.getLogger(InboxRows.class);
  private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
  private static final int SUMMARY = 110;

  private final Reports reports;
  private final ReportTexts texts;
  private final Desks desks;
  private final Clock clock;

  InboxRows(Reports reports, ReportTexts texts, Desks desks, Clock clock) {
    this.reports = reports;
    this.texts = texts;
    this.desks = desks;
    this.clock = clock;
  }

  /**
   * @param opens false when the sealed content does not open; the rest of the row is still true
   */
  record Row(
      String href,
      String summary,
      String language,
      String forms,
      String municipality,
      String state,
      boolean urgent,
      boolean closed,
      String age,
      boolean answered,
      boolean opens) {}

  /** One row more than asked for when there is a next page. */
  List<Row> of(Officer officer, int page, int size, Texts m) {
    List<Signal> signals = Signal.inbox(officer.municipalities(), page, size);
    Set<UUID> answered = Signal.withUnreadAnswers(signals);
    return signals.stream()
        .map(signal -> row(signal, answered.contains(signal.id()), officer, m))
        .toList();
  }

  String municipalities(Officer officer, Texts m) {
    return officer.municipalities().stream()
        .map(id -> texts.municipality(id, m))
        .collect(Collectors.joining(", "));
  }

  private Row row(Signal signal, boolean answered, Officer officer, Texts m) {
    String summary = "";
    String language = "nl";
    boolean opens = true;
    try {
      Report report = reports.open(signal, officer.municipalities());
      summary = shorten(report.texts().getOrDefault(Question.WHAT, ""));
      language = report.language();
    } catch (UnsealException | IllegalStateException e) {
      LOG.warnf("Report %s does not open", signal.id());
      opens = false;
    }
    return new Row(
        "/backoffice/reports/" + signal.id(),
        summary,
        language,
        signal.forms().stream()
            .map(form -> texts.words(Question.FORMS, form, desks.dutch()))
            .collect(Collectors.joining(", ")),
        signal
            .municipality()
            .map(id -> texts.municipality(id, m))
            .orElseGet(() -> m.t("backoffice.not-taken")),
        m.t("backoffice.state." + signal.state().key()),
        signal.urgency() == Urgency.URGENT,
        List.of("closed", "spam", "withdrawn").contains(signal.state().key()),
        age(signal.receivedOn(), m),
        answered,
        opens);
  }

  private String age(LocalDate received, Texts m) {
    long days = ChronoUnit.DAYS.between(received, LocalDate.now(clock.withZone(DUTCH_TIME)));
    return m.t("backoffice.age", days);
  }

  private static String shorten(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.codePointCount(0, line.length()) <= SUMMARY) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, SUMMARY)) + "…";
  }
}
