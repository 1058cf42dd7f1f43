package nl.uitweg.desk.casefile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a case file that an officer has seen, to detect concurrent changes. The forms of
 * the case file carry it in a hidden field.
 *
 * @param lastEvent position in the audit trail of the last event about the report when the page was
 *     made
 * @param reporterMessageCount number of messages of the reporter
 * @param state key of the state of the report
 */
record CaseFileVersion(long lastEvent, long reporterMessageCount, String state) {

  private static final Pattern FORMAT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})\\.([a-z-]+)");

  /** Empty when the form does not carry a valid version; then nothing is compared. */
  static Optional<CaseFileVersion> parse(@Nullable String text) {
    Matcher matcher = FORMAT.matcher(text == null ? "" : text);
    return matcher.matches()
        ? Optional.of(
            new CaseFileVersion(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                matcher.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return lastEvent + "." + reporterMessageCount + "." + state;
  }
}
