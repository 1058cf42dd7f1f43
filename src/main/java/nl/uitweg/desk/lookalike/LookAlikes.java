package nl.uitweg.desk.lookalike;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.bulk.BulkReportReader;
import nl.uitweg.report.bulk.ReportBatch;
import nl.uitweg.report.bulk.ReportCursor;
import nl.uitweg.report.bulk.ReportFilter;
import nl.uitweg.report.bulk.SealedReport;
import nl.uitweg.report.content.Doubt;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportState;

/**
 * Finds new reports that are probably spam, among those that an officer may see: reports similar to
 * a given one, and reports that a machine may have sent. The reports are decrypted in memory, one
 * batch at a time; of each report that is found, only a {@link Candidate} is kept.
 */
@Singleton
class LookAlikes {

  /**
   * Maximum number of reports that are compared, newest first. An officer clears a larger flood in
   * several rounds.
   */
  private static final int MAX_REPORTS = 5_000;

  private static final int BATCH_SIZE = 1_000;

  private static final ReportFilter NEW_REPORTS =
      new ReportFilter(
          Optional.of(ReportState.NEW),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Minimum number of similar reports, including the report itself, that counts as a flood. */
  private static final int MIN_FLOOD_SIZE = 3;

  private final Reports reports;
  private final BulkReportReader reader;
  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;

  LookAlikes(
      Reports reports, BulkReportReader reader, ReportTexts reportTexts, DeskFactory deskFactory) {
    this.reports = reports;
    this.reader = reader;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
  }

  /**
   * @param summary the beginning of what was reported, in the language in which it was written
   * @param sketch for comparison with other reports
   * @param doubts the reasons why the system doubts that a person sent it
   * @param keptByDefault whether the page proposes to keep the report, because a person probably
   *     sent it; the officer can still mark it as spam
   */
  record Candidate(
      UUID id,
      String summary,
      TextSketch sketch,
      String language,
      Set<Doubt> doubts,
      boolean keptByDefault) {

    Candidate asKeptByDefault() {
      return new Candidate(id, summary, sketch, language, doubts, true);
    }
  }

  /**
   * Finds new reports with a text that is similar to that of the given report. The first element is
   * the given report itself, whatever its state.
   *
   * @throws UnsealException when the given report cannot be decrypted, so that nothing can be
   *     compared with it
   */
  List<Candidate> similarTo(Report report, Officer officer) throws UnsealException {
    Candidate original = candidate(report.id(), reports.open(report, officer.municipalities()));
    List<Candidate> candidates = new ArrayList<>(List.of(original));
    candidates.addAll(
        newReports(
            officer,
            other ->
                !other.id().equals(report.id()) && original.sketch().isSimilarTo(other.sketch())));
    return candidates;
  }

  /**
   * Finds new reports that a machine may have sent. A report whose only doubt is that it was sent
   * too fast, and whose text is similar to few of the other suspected reports, may come from a
   * person in haste. Such a report is kept unless the officer decides otherwise.
   */
  List<Candidate> suspected(Officer officer) {
    List<Candidate> suspects = newReports(officer, candidate -> !candidate.doubts().isEmpty());
    List<TextSketch> sketches = suspects.stream().map(Candidate::sketch).toList();
    return suspects.stream()
        .map(
            candidate ->
                isPersonInHaste(candidate, sketches) ? candidate.asKeptByDefault() : candidate)
        .toList();
  }

  private static boolean isPersonInHaste(Candidate candidate, List<TextSketch> suspects) {
    if (!candidate.doubts().equals(Set.of(Doubt.SENT_TOO_FAST))) {
      return false;
    }
    return suspects.stream().filter(candidate.sketch()::isSimilarTo).limit(MIN_FLOOD_SIZE).count()
        < MIN_FLOOD_SIZE;
  }

  private List<Candidate> newReports(Officer officer, Predicate<Candidate> condition) {
    List<Candidate> found = new ArrayList<>();
    Optional<ReportCursor> position = Optional.empty();
    int readCount = 0;
    do {
      ReportBatch<SealedReport> batch =
          reader.fetchContents(
              NEW_REPORTS,
              officer.municipalities(),
              position,
              Math.min(BATCH_SIZE, MAX_REPORTS - readCount));
      // A report that cannot be decrypted is not proposed as spam; the inbox shows it.
      batch.reports().stream()
          .flatMap(report -> reader.open(report).stream())
          .map(report -> candidate(report.header().id(), report.content()))
          .filter(condition)
          .forEach(found::add);
      readCount += batch.reports().size();
      position = batch.next();
    } while (position.isPresent() && readCount < MAX_REPORTS);
    return found;
  }

  /**
   * Truncates every text that the candidate keeps, because whoever has the public keysets can seal
   * texts of any length.
   */
  private Candidate candidate(UUID id, ReportContent content) {
    String text = reportTexts.whatHappens(content, deskFactory.dutchTexts());
    return new Candidate(
        id,
        ReportTexts.summary(text),
        TextSketch.of(text),
        ReportTexts.summary(content.language()),
        content.doubts(),
        false);
  }
}
