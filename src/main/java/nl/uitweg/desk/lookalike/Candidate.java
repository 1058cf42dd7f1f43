package nl.uitweg.desk.lookalike;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.report.content.Doubt;

/**
 * A report that may be fake.
 *
 * @param summary the beginning of what was reported, in the language in which it was written
 * @param sketch for comparison with other reports
 * @param doubts the reasons why the system doubts that a person sent it
 * @param cautions the reasons why the page never proposes that the report is fake
 * @param proposedAsFake whether the page ticks it as fake beforehand
 */
record Candidate(
    UUID id,
    String summary,
    TextSketch sketch,
    String language,
    Set<Doubt> doubts,
    Set<Caution> cautions,
    ReportDifference difference,
    boolean proposedAsFake) {

  /** A reason to let an officer decide without a proposal, in the order in which it is shown. */
  enum Caution {
    URGENT("urgent"),
    CONTACT("contact"),
    FILES("files"),
    DETAILS("details");

    private final String key;

    Caution(String key) {
      this.key = key;
    }

    /** Part of the key of its text. */
    String key() {
      return key;
    }
  }

  Candidate withDifference(ReportDifference found) {
    return new Candidate(id, summary, sketch, language, doubts, cautions, found, proposedAsFake);
  }

  Candidate with(Caution caution) {
    Set<Caution> all = EnumSet.of(caution);
    all.addAll(cautions);
    return new Candidate(id, summary, sketch, language, doubts, all, difference, proposedAsFake);
  }

  /** Proposes the report as fake when it probably is, and nothing asks for caution. */
  Candidate proposedAsFake(boolean probably) {
    return new Candidate(
        id,
        summary,
        sketch,
        language,
        doubts,
        cautions,
        difference,
        probably && cautions.isEmpty());
  }

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "Candidate";
  }
}
