package nl.uitweg.desk.casefile.view;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/**
 * The input of an officer in the form for a translation.
 *
 * @param part what is translated, see {@link nl.uitweg.report.TranslatedPart}, as sent and not
 *     validated; empty when the officer sent another form
 */
public record TranslationInput(String part, String text) {

  /** In UTF-16 code units, as browsers count. A referral accepts as much. */
  public static final int MAX_LENGTH = 20_000;

  public static final TranslationInput NONE = new TranslationInput("", "");

  public static TranslationInput of(MultivaluedMap<String, String> form) {
    return new TranslationInput(value(form, "part"), value(form, "translation"));
  }

  private static String value(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("").replace("\r\n", "\n").strip();
  }

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "TranslationInput";
  }
}
