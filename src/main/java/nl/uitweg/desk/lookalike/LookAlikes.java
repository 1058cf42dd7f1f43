package nl.uitweg.desk.lookalike;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportState;

/** Opens the new reports an officer may see, in memory, and picks those that look alike. */
@Singleton
class LookAlikes {

  /** Newest first; a larger flood is cleared in more rounds. */
  private static final int MOST = 5_000;

  /** So many that are alike, itself included, are no longer people in haste. */
  private static final int CROWD = 3;

  private final Reports reports;

  LookAlikes(Reports reports) {
    this.reports = reports;
  }

  /**
   * @param words what was reported, in the language it was written in
   * @param doubts why the system doubts that a person sent it
   * @param keep whether it looks like a person's after all, so that the officer must choose to put
   *     it away
   */
  record Found(UUID id, String words, String language, List<String> doubts, boolean keep) {

    Found kept() {
      return new Found(id, words, language, doubts, true);
    }
  }

  /**
   * New reports whose words are like those of this one; itself first, whatever its state.
   *
   * @throws UnsealException when it does not open: then nobody can say what looks like it
   */
  List<Found> like(Report report, Officer officer) throws UnsealException {
    Found original = open(report, officer);
    Likeness likeness = Likeness.of(original.words());
    List<Found> found = new ArrayList<>(List.of(original));
    found.addAll(
        newReports(
            officer,
            other ->
                !other.id().equals(report.id()) && likeness.isAlike(Likeness.of(other.words()))));
    return found;
  }

  /**
   * New reports that a machine may have sent. Who was only quick, and wrote what hardly anyone else
   * wrote, may be a person in haste: that one is kept unless the officer decides otherwise.
   */
  List<Found> doubted(Officer officer) {
    List<Found> doubted = newReports(officer, found -> !found.doubts().isEmpty());
    List<Likeness> likenesses = doubted.stream().map(found -> Likeness.of(found.words())).toList();
    return doubted.stream()
        .map(found -> inHaste(found, likenesses) ? found.kept() : found)
        .toList();
  }

  private static boolean inHaste(Found found, List<Likeness> all) {
    if (!found.doubts().equals(List.of(ReportContent.SENT_TOO_FAST))) {
      return false;
    }
    Likeness own = Likeness.of(found.words());
    return all.stream().filter(own::isAlike).limit(CROWD).count() < CROWD;
  }

  private List<Found> newReports(Officer officer, Predicate<Found> wanted) {
    return Report.inState(ReportState.NEW, officer.municipalities(), MOST).stream()
        .flatMap(report -> opened(report, officer).stream())
        .filter(wanted)
        .toList();
  }

  private Found open(Report report, Officer officer) throws UnsealException {
    ReportContent content = reports.open(report, officer.municipalities());
    return new Found(
        report.id(),
        content.texts().getOrDefault(Question.WHAT, ""),
        content.language(),
        content.doubts(),
        false);
  }

  private Optional<Found> opened(Report report, Officer officer) {
    try {
      return Optional.of(open(report, officer));
    } catch (UnsealException | IllegalStateException e) {
      return Optional.empty(); // what does not open is shown in the inbox, and is not spam
    }
  }
}
