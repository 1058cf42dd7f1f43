package nl.uitweg.report.sealed;

import java.time.Instant;
import java.util.Objects;
import nl.uitweg.report.content.ReportFormat;

/** The plaintext of a note, stored sealed as JSON. */
public record NotePlaintext(String author, Instant at, String text) {

  public NotePlaintext {
    Objects.requireNonNull(author);
    ReportFormat.requirePlausible(at);
    Objects.requireNonNull(text);
  }

  /** Omits the content, because the result may be logged. */
  @Override
  public String toString() {
    return "NotePlaintext";
  }
}
