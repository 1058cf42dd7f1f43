package nl.uitweg.content.file;

import static nl.uitweg.content.file.Required.present;

import java.net.URI;
import java.time.LocalDate;

/**
 * Where a fact comes from.
 *
 * @param seen age of the source in words, for example {@code 2022 or later}
 * @param confidence A (several sources), B (one) or S (the policy document); others never reach a
 *     visitor
 * @param checked day on which our text was compared with the stored copy of the source
 */
public record Source(URI url, String seen, Confidence confidence, LocalDate checked) {

  public Source {
    present(url, "url");
    present(seen, "seen");
    present(confidence, "confidence");
    present(checked, "checked");
  }

  /** How sure we are of a fact; the values that may be shown. */
  public enum Confidence {
    A,
    B,
    S
  }
}
