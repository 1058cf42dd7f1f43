package nl.uitweg.report.sealed;

import java.time.Instant;
import java.util.Objects;
import nl.uitweg.report.content.ReportFormat;

/** What is sealed of a note, as JSON. */
public record NotePlaintext(String author, Instant at, String text) {

  public NotePlaintext {
    Objects.requireNonNull(author);
    ReportFormat.requirePlausible(at);
    Objects.requireNonNull(text);
  }
}
