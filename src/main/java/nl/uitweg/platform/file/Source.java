package nl.uitweg.platform.file;

import static nl.uitweg.platform.file.Preconditions.requirePresent;

import java.net.URI;
import java.time.LocalDate;

/**
 * The source of a fact.
 *
 * @param dated date or age of the source itself, as far as it is known, for example {@code
 *     2023-10}, {@code 2022 or later} or {@code not dated}
 * @param confidence A (several sources), B (one) or S (the policy document); facts with another
 *     value are rejected
 * @param checked day on which the facts were last compared with the source
 */
public record Source(URI url, String dated, Confidence confidence, LocalDate checked) {

  public Source {
    requirePresent(url, "url");
    requirePresent(dated, "dated");
    requirePresent(confidence, "confidence");
    requirePresent(checked, "checked");
  }

  /** Confidence in a fact; only facts with one of these values may be published. */
  public enum Confidence {
    A,
    B,
    S
  }
}
