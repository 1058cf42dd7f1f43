package nl.uitweg.desk.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.BulkReportReader;
import nl.uitweg.report.DecryptedReport;
import nl.uitweg.report.ReportFilter;
import nl.uitweg.report.SealedReport;

/**
 * Opens report after report, newest first, and keeps those in which every word occurs. While one
 * thousand is opened by all processors, the next thousand is fetched; no more than that is in
 * memory at once. Called inside the transaction in which the officer reads.
 */
@Singleton
class Search {

  /** So many results are shown. */
  static final int SHOWN = 200;

  /** So many reports are opened for one question; an officer narrows the period to go further. */
  static final int MOST = 20_000;

  private static final int AT_ONCE = 1_000;

  private final BulkReportReader reader;
  private final ReportTexts reportTexts;
  private final Desks desks;

  Search(BulkReportReader reader, ReportTexts reportTexts, Desks desks) {
    this.reader = reader;
    this.reportTexts = reportTexts;
    this.desks = desks;
  }

  /**
   * Where the words were found.
   *
   * @param where in words of the desk when {@code ours}, else the question in Dutch
   * @param language code, or empty when unknown
   */
  record Place(String where, boolean ours, String text, String language) {

    /** Never the text: this may end in a log. */
    @Override
    public String toString() {
      return "Place";
    }
  }

  /** One report in which every word occurs, and the place with most of them. */
  record Hit(DecryptedReport report, Place best) {}

  /**
   * What a search gives.
   *
   * @param all how many reports have all words, also those not shown
   * @param unopened how many reports do not open, and were not searched
   * @param cut whether older reports were left unread
   */
  record Found(List<Hit> shown, int all, int unopened, boolean cut) {}

  private record Outcome(boolean opens, Optional<Hit> hit) {}

  Found find(SearchTerms terms, ReportFilter filter, Officer officer) {
    List<Hit> shown = new ArrayList<>();
    int all = 0;
    int unopened = 0;
    int read = 0;
    Optional<SealedReport> last = Optional.empty();
    List<SealedReport> fetched = fetch(filter, officer, last);
    while (!fetched.isEmpty()) {
      CompletableFuture<List<Outcome>> opening = opening(fetched, terms);
      read += fetched.size();
      last = Optional.of(fetched.get(fetched.size() - 1));
      boolean more = fetched.size() == AT_ONCE && read < MOST;
      fetched = more ? fetch(filter, officer, last) : List.of();
      for (Outcome outcome : opening.join()) {
        unopened += outcome.opens() ? 0 : 1;
        if (outcome.hit().isPresent()) {
          all++;
          if (shown.size() < SHOWN) {
            shown.add(outcome.hit().get());
          }
        }
      }
    }
    return new Found(shown, all, unopened, read >= MOST);
  }

  private List<SealedReport> fetch(
      ReportFilter filter, Officer officer, Optional<SealedReport> after) {
    return reader.fetch(filter, officer.municipalities(), after, AT_ONCE);
  }

  private CompletableFuture<List<Outcome>> opening(List<SealedReport> sealed, SearchTerms terms) {
    return CompletableFuture.supplyAsync(
        () -> sealed.parallelStream().map(one -> look(one, terms)).toList());
  }

  private Outcome look(SealedReport sealed, SearchTerms terms) {
    Optional<DecryptedReport> opened = reader.open(sealed);
    return new Outcome(opened.isPresent(), opened.flatMap(report -> look(report, terms)));
  }

  private Optional<Hit> look(DecryptedReport report, SearchTerms terms) {
    Set<String> missing = new HashSet<>(terms.terms());
    Optional<Place> best = Optional.empty();
    int most = 0;
    for (Place place : places(report)) {
      String folded = Folding.fold(place.text());
      int here = (int) terms.terms().stream().filter(folded::contains).count();
      if (here > most) {
        most = here;
        best = Optional.of(place);
      }
      if (here > 0) {
        missing.removeIf(folded::contains);
      }
    }
    return missing.isEmpty() ? best.map(place -> new Hit(report, place)) : Optional.empty();
  }

  /** Everything an officer may read without giving a reason, so not who reported it. */
  private List<Place> places(DecryptedReport report) {
    List<Place> places = new ArrayList<>();
    for (ReportTexts.Answer answer : reportTexts.answers(report.content(), desks.dutch())) {
      places.add(
          answer.text().isEmpty()
              ? new Place(answer.question(), false, String.join(", ", answer.options()), "nl")
              : new Place(answer.question(), false, answer.text(), answer.language()));
    }
    for (DecryptedReport.MessageText message : report.messages()) {
      places.add(
          message.fromOfficer()
              ? new Place("desk.from-officer", true, message.text(), "")
              : new Place("desk.from-reporter", true, message.text(), report.content().language()));
    }
    report.notes().forEach(note -> places.add(new Place("search.in-note", true, note, "")));
    return places;
  }
}
