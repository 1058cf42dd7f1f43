package nl.uitweg.desk.casefile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * How far a case file had come when an officer opened it; travels in its forms.
 *
 * @param event position of the last event in the audit that was shown
 * @param answers how many messages of the reporter there were
 * @param state key of the state
 */
record CaseFileVersion(long event, long answers, String state) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})\\.([a-z-]+)");

  static CaseFileVersion now(Report report, long lastEvent) {
    return new CaseFileVersion(lastEvent, report.countAnswers(), report.state().key());
  }

  /** Empty when a form does not carry it: then nothing is compared. */
  static Optional<CaseFileVersion> read(@Nullable String text) {
    Matcher form = FORM.matcher(text == null ? "" : text);
    return form.matches()
        ? Optional.of(
            new CaseFileVersion(
                Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), form.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return event + "." + answers + "." + state;
  }
}
