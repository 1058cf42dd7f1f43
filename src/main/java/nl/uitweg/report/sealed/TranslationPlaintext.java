package nl.uitweg.report.sealed;

import java.time.Instant;
import java.util.Objects;
import nl.uitweg.report.content.ReportFormat;

/**
 * The plaintext of a translation, stored sealed as JSON.
 *
 * @param translator the officer who translated the text first
 * @param reviser the officer who changed the translation last; empty when nobody did
 * @param at when it was last written
 */
public record TranslationPlaintext(String translator, String reviser, Instant at, String text) {

  public TranslationPlaintext {
    Objects.requireNonNull(translator);
    Objects.requireNonNull(reviser);
    ReportFormat.requirePlausible(at);
    Objects.requireNonNull(text);
  }

  /** Omits the content, because the result may be logged. */
  @Override
  public String toString() {
    return "TranslationPlaintext";
  }
}
