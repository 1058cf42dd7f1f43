package nl.uitweg.desk.lookalike;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.lookalike.Candidate.Caution;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.AttachmentReader;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.bulk.BulkReportReader;
import nl.uitweg.report.bulk.ReportBatch;
import nl.uitweg.report.bulk.ReportCursor;
import nl.uitweg.report.bulk.ReportFilter;
import nl.uitweg.report.bulk.SealedReport;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Doubt;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;

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

  /** Minimum number of equal reports, including the report itself, that counts as a flood. */
  private static final int MIN_FLOOD_SIZE = 3;

  private final Reports reports;
  private final BulkReportReader reader;
  private final AttachmentReader attachments;
  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;

  LookAlikes(
      Reports reports,
      BulkReportReader reader,
      AttachmentReader attachments,
      ReportTexts reportTexts,
      DeskFactory deskFactory) {
    this.reports = reports;
    this.reader = reader;
    this.attachments = attachments;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
  }

  /**
   * Finds new reports with a text that is similar to that of the given report. The first element is
   * the given report itself, whatever its state.
   *
   * @throws UnsealException when the given report cannot be decrypted, so that nothing can be
   *     compared with it
   */
  List<Candidate> similarTo(Report report, Officer officer) throws UnsealException {
    ReportContent content = reports.open(report, officer.municipalities());
    ReportComparison comparison =
        new ReportComparison(content, reportTexts, deskFactory.dutchTexts());
    Candidate original =
        candidate(report.id(), content, report.urgency()).withDifference(comparison.with(content));
    List<Candidate> candidates = new ArrayList<>(List.of(original));
    newReports(
        officer,
        (other, otherContent) -> {
          if (!other.id().equals(report.id()) && original.sketch().isSimilarTo(other.sketch())) {
            candidates.add(other.withDifference(comparison.with(otherContent)));
          }
        });
    return withFiles(candidates).stream()
        .map(each -> each.proposedAsFake(each.difference().same()))
        .toList();
  }

  /**
   * Finds new reports that a machine may have sent. One is proposed as fake when a machine filled
   * in a field that nobody can see, or when it is one of several with the same text: a person in
   * haste may also send a report fast.
   */
  List<Candidate> suspected(Officer officer) {
    List<Candidate> suspects = new ArrayList<>();
    newReports(
        officer,
        (candidate, content) -> {
          if (!candidate.doubts().isEmpty()) {
            suspects.add(hasDetails(content) ? candidate.with(Caution.DETAILS) : candidate);
          }
        });
    List<TextSketch> sketches = suspects.stream().map(Candidate::sketch).toList();
    return withFiles(suspects).stream()
        .map(
            each ->
                each.proposedAsFake(
                    each.doubts().contains(Doubt.HONEYPOT_FILLED) || isFlood(each, sketches)))
        .toList();
  }

  private static boolean isFlood(Candidate candidate, List<TextSketch> suspects) {
    return suspects.stream()
            .filter(candidate.sketch()::hasSameShingles)
            .limit(MIN_FLOOD_SIZE)
            .count()
        == MIN_FLOOD_SIZE;
  }

  /** Whether the reporter wrote something besides what happens. */
  private static boolean hasDetails(ReportContent content) {
    return content.texts().entrySet().stream()
        .anyMatch(answer -> answer.getKey() != Question.WHAT && !answer.getValue().isBlank());
  }

  private List<Candidate> withFiles(List<Candidate> candidates) {
    Set<UUID> withFiles =
        attachments.reportsWithFiles(candidates.stream().map(Candidate::id).toList());
    return candidates.stream()
        .map(each -> withFiles.contains(each.id()) ? each.with(Caution.FILES) : each)
        .toList();
  }

  private void newReports(Officer officer, BiConsumer<Candidate, ReportContent> found) {
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
          .forEach(
              report ->
                  found.accept(
                      candidate(report.header().id(), report.content(), report.header().urgency()),
                      report.content()));
      readCount += batch.reports().size();
      position = batch.next();
    } while (position.isPresent() && readCount < MAX_REPORTS);
  }

  /**
   * Truncates every text that the candidate keeps, because whoever has the public keysets can seal
   * texts of any length.
   */
  private Candidate candidate(UUID id, ReportContent content, Urgency urgency) {
    String text = reportTexts.whatHappens(content, deskFactory.dutchTexts());
    Set<Caution> cautions = EnumSet.noneOf(Caution.class);
    if (urgency == Urgency.URGENT || Urgency.of(content) == Urgency.URGENT) {
      cautions.add(Caution.URGENT);
    }
    if (Consent.of(content) != Consent.UNKNOWN) {
      cautions.add(Caution.CONTACT);
    }
    return new Candidate(
        id,
        ReportTexts.summary(text),
        TextSketch.of(text),
        ReportTexts.summary(content.language()),
        content.doubts(),
        cautions,
        ReportDifference.NONE,
        false);
  }
}
