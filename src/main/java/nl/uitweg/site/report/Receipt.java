package nl.uitweg.site.report;

import java.time.Instant;
import java.util.List;
import nl.uitweg.platform.sealing.ReceiptCode;
import nl.uitweg.report.content.Question;

/**
 * What the confirmation shows after a report was stored. The page contains it sealed, so that its
 * language can be changed without the answers.
 *
 * @param shownFrom when it was first shown, in seconds since the Unix epoch
 * @param digits the code
 * @param allMunicipalities whether the reporter did not know the municipality, so that all of them
 *     receive the report
 * @param fileCount number of files sent along
 * @param helpLines ids of the organisations that can help the reporter now
 */
record Receipt(
    long shownFrom,
    String digits,
    boolean allMunicipalities,
    int fileCount,
    Reporter reporter,
    List<String> helpLines) {

  /** Form field that contains the sealed receipt. */
  static final String FIELD = "receipt";

  /** For whom the next step is written. */
  enum Reporter {
    /** A reporter who reports about themselves. */
    VICTIM,
    PROFESSIONAL,
    OTHER
  }

  Receipt {
    helpLines = List.copyOf(helpLines);
  }

  static Receipt of(FormState state, ReceiptCode code, int fileCount, Instant now) {
    return new Receipt(
        now.getEpochSecond(),
        code.digits(),
        state.chosen(Question.MUNICIPALITY, MunicipalityQuestion.DONT_KNOW_OPTION),
        fileCount,
        reporter(state),
        HelpLines.forReporter(state));
  }

  private static Reporter reporter(FormState state) {
    if (state.chosen(Question.ROLE, "self")) {
      return Reporter.VICTIM;
    }
    return state.chosen(Question.ROLE, "professional") ? Reporter.PROFESSIONAL : Reporter.OTHER;
  }

  ReceiptCode code() {
    return ReceiptCode.parse(digits).orElseThrow();
  }

  /** Omits the code, because the result may be logged. */
  @Override
  public String toString() {
    return "Receipt";
  }
}
