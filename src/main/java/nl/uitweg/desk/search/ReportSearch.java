package nl.uitweg.desk.search;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Folding;
import nl.uitweg.report.bulk.BulkReportReader;
import nl.uitweg.report.bulk.DecryptedReport;
import nl.uitweg.report.bulk.ReportBatch;
import nl.uitweg.report.bulk.ReportCursor;
import nl.uitweg.report.bulk.ReportFilter;
import nl.uitweg.report.bulk.SealedReport;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;

/**
 * Searches the reports by decrypting them, newest first, and collects those that contain every
 * search term. While one batch of at most a thousand reports is decrypted on all processors, the
 * next batch is fetched. No more than two batches, both limited in bytes, are in memory at the same
 * time; of a report found, only what the page shows is kept. Reports are fetched in the caller's
 * transaction.
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
   * A text of a report that is searched.
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

  /** A report that contains every search term, and the passage with the most terms. */
  private record Match(DecryptedReport report, Passage bestPassage) {}

  /**
   * What the page shows of a report that was found.
   *
   * @param source source of the passage with the most terms; see {@link Passage}
   * @param language language code of the passage; empty when unknown
   * @param pieces the part of the passage around the first occurrence of a term
   */
  record Hit(
      UUID id,
      Optional<String> municipality,
      List<String> forms,
      ReportState state,
      Urgency urgency,
      LocalDate receivedOn,
      String source,
      boolean sourceIsKey,
      String language,
      List<Snippet.Piece> pieces) {

    private static Hit of(Match match, SearchTerms terms) {
      DecryptedReport report = match.report();
      Passage passage = match.bestPassage();
      return new Hit(
          report.header().id(),
          report.header().municipality(),
          report.header().forms(),
          report.header().state(),
          report.header().urgency(),
          report.header().receivedOn(),
          passage.source(),
          passage.sourceIsKey(),
          ReportTexts.summary(passage.language()), // whoever sealed the report chose its length
          Snippet.of(passage.text(), terms));
    }

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "Hit";
    }
  }

  /**
   * The result of a search.
   *
   * @param hits the newest reports found, at most {@link #MAX_RESULTS}
   * @param total number of reports found, including those that are not shown
   * @param undecryptable number of reports that could not be decrypted, and so were not searched
   * @param incomplete number of reports whose messages or notes were not all searched, because
   *     there are too many of them or they are too long
   * @param truncated whether older reports were not searched because of {@link #MAX_REPORTS}
   */
  record Result(List<Hit> hits, int total, int undecryptable, int incomplete, boolean truncated) {}

  private record SearchedReport(boolean decrypted, boolean complete, Optional<Match> match) {}

  Result find(SearchTerms terms, ReportFilter filter, Officer officer) {
    List<Hit> hits = new ArrayList<>();
    int total = 0;
    int undecryptable = 0;
    int incomplete = 0;
    int readCount = 0;
    ReportBatch<SealedReport> batch = fetch(filter, officer, Optional.empty(), readCount);
    boolean hasMore = true;
    while (hasMore) {
      CompletableFuture<List<SearchedReport>> searchedReports = matchAll(batch.reports(), terms);
      readCount += batch.reports().size();
      hasMore = batch.next().isPresent() && readCount < MAX_REPORTS;
      if (hasMore) {
        batch = fetch(filter, officer, batch.next(), readCount);
      }
      for (SearchedReport searched : searchedReports.join()) {
        undecryptable += searched.decrypted() ? 0 : 1;
        incomplete += searched.decrypted() && !searched.complete() ? 1 : 0;
        if (searched.match().isPresent()) {
          total++;
          if (hits.size() < MAX_RESULTS) {
            hits.add(Hit.of(searched.match().get(), terms));
          }
        }
      }
    }
    return new Result(hits, total, undecryptable, incomplete, batch.next().isPresent());
  }

  private ReportBatch<SealedReport> fetch(
      ReportFilter filter, Officer officer, Optional<ReportCursor> after, int readCount) {
    int limit = Math.min(BATCH_SIZE, MAX_REPORTS - readCount);
    return reader.fetch(filter, officer.municipalities(), after, limit);
  }

  private CompletableFuture<List<SearchedReport>> matchAll(
      List<SealedReport> sealed, SearchTerms terms) {
    return CompletableFuture.supplyAsync(
        () -> sealed.parallelStream().map(sealedReport -> match(sealedReport, terms)).toList());
  }

  private SearchedReport match(SealedReport sealed, SearchTerms terms) {
    Optional<DecryptedReport> decryptedReport = reader.open(sealed);
    return new SearchedReport(
        decryptedReport.isPresent(),
        sealed.hasAllTexts(),
        decryptedReport.flatMap(report -> match(report, terms)));
  }

  private Optional<Match> match(DecryptedReport report, SearchTerms terms) {
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
        ? bestPassage.map(passage -> new Match(report, passage))
        : Optional.empty();
  }

  /**
   * All texts that an officer may read without giving a reason; those that identify the reporter
   * are left out.
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
    report
        .translations()
        .forEach(text -> passages.add(new Passage("search.in-translation", true, text, "nl")));
    return passages;
  }
}
