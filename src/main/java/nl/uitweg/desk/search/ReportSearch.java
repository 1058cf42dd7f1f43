package nl.uitweg.desk.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.BulkReportReader;
import nl.uitweg.report.DecryptedReport;
import nl.uitweg.report.ReportFilter;
import nl.uitweg.report.SealedReport;

/**
 * Searches the reports by decrypting them one by one, newest first, and collects those that contain
 * every search term. While one batch of a thousand reports is decrypted by all processors, the next
 * batch is fetched; no more than two batches are in memory at the same time. Called inside the
 * transaction in which the officer reads.
 */
@Singleton
class ReportSearch {

  /** Maximum number of results that are shown. */
  static final int MAX_RESULTS = 200;

  /**
   * Maximum number of reports that one search decrypts. An officer can narrow the period to search
   * older reports.
   */
  static final int MAX_REPORTS = 20_000;

  private static final int BATCH_SIZE = 1_000;

  private final BulkReportReader reader;
  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;

  ReportSearch(BulkReportReader reader, ReportTexts reportTexts, DeskFactory deskFactory) {
    this.reader = reader;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
  }

  /**
   * A text in a report in which search terms occur.
   *
   * @param source where the text comes from: a key of the texts of the desk when {@code
   *     sourceIsKey}, otherwise the question in Dutch
   * @param language language code of the text; empty when unknown
   */
  record Passage(String source, boolean sourceIsKey, String text, String language) {

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "Passage";
    }
  }

  /** A report that contains every search term, and the passage that contains most of them. */
  record Hit(DecryptedReport report, Passage bestPassage) {}

  /**
   * The result of a search.
   *
   * @param hits the newest reports found, at most {@link #MAX_RESULTS}
   * @param total number of reports found, including those that are not shown
   * @param undecryptable number of reports that could not be decrypted, and so were not searched
   * @param truncated whether older reports were not searched because of {@link #MAX_REPORTS}
   */
  record Result(List<Hit> hits, int total, int undecryptable, boolean truncated) {}

  private record ReportOutcome(boolean decrypted, Optional<Hit> hit) {}

  Result find(SearchTerms terms, ReportFilter filter, Officer officer) {
    List<Hit> hits = new ArrayList<>();
    int total = 0;
    int undecryptable = 0;
    int readCount = 0;
    Optional<SealedReport> last = Optional.empty();
    List<SealedReport> batch = fetch(filter, officer, last);
    while (!batch.isEmpty()) {
      CompletableFuture<List<ReportOutcome>> outcomes = matchAll(batch, terms);
      readCount += batch.size();
      last = Optional.of(batch.get(batch.size() - 1));
      boolean hasMore = batch.size() == BATCH_SIZE && readCount < MAX_REPORTS;
      batch = hasMore ? fetch(filter, officer, last) : List.of();
      for (ReportOutcome outcome : outcomes.join()) {
        undecryptable += outcome.decrypted() ? 0 : 1;
        if (outcome.hit().isPresent()) {
          total++;
          if (hits.size() < MAX_RESULTS) {
            hits.add(outcome.hit().get());
          }
        }
      }
    }
    return new Result(hits, total, undecryptable, readCount >= MAX_REPORTS);
  }

  private List<SealedReport> fetch(
      ReportFilter filter, Officer officer, Optional<SealedReport> afterReport) {
    return reader.fetch(filter, officer.municipalities(), afterReport, BATCH_SIZE);
  }

  private CompletableFuture<List<ReportOutcome>> matchAll(
      List<SealedReport> sealed, SearchTerms terms) {
    return CompletableFuture.supplyAsync(
        () -> sealed.parallelStream().map(sealedReport -> match(sealedReport, terms)).toList());
  }

  private ReportOutcome match(SealedReport sealed, SearchTerms terms) {
    Optional<DecryptedReport> decryptedReport = reader.open(sealed);
    return new ReportOutcome(
        decryptedReport.isPresent(), decryptedReport.flatMap(report -> match(report, terms)));
  }

  private Optional<Hit> match(DecryptedReport report, SearchTerms terms) {
    Set<String> missing = new HashSet<>(terms.terms());
    Optional<Passage> bestPassage = Optional.empty();
    int mostTerms = 0;
    for (Passage passage : passages(report)) {
      String folded = Folding.fold(passage.text());
      int termCount = (int) terms.terms().stream().filter(folded::contains).count();
      if (termCount > mostTerms) {
        mostTerms = termCount;
        bestPassage = Optional.of(passage);
      }
      if (termCount > 0) {
        missing.removeIf(folded::contains);
      }
    }
    return missing.isEmpty()
        ? bestPassage.map(passage -> new Hit(report, passage))
        : Optional.empty();
  }

  /**
   * All texts that an officer may read without giving a reason, so without those that identify the
   * reporter.
   */
  private List<Passage> passages(DecryptedReport report) {
    List<Passage> passages = new ArrayList<>();
    for (ReportTexts.Answer answer :
        reportTexts.answers(report.content(), deskFactory.dutchTexts())) {
      passages.add(
          answer.text().isEmpty()
              ? new Passage(answer.question(), false, String.join(", ", answer.options()), "nl")
              : new Passage(answer.question(), false, answer.text(), answer.language()));
    }
    for (DecryptedReport.MessageText message : report.messages()) {
      passages.add(
          message.fromOfficer()
              ? new Passage("desk.from-officer", true, message.text(), "")
              : new Passage(
                  "desk.from-reporter", true, message.text(), report.content().language()));
    }
    report.notes().forEach(note -> passages.add(new Passage("search.in-note", true, note, "")));
    return passages;
  }
}
