package nl.uitweg.desk.casefile.view;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/**
 * The input of an officer in the forms of a case file. When a form is refused, the page shows the
 * input again.
 *
 * @param phrases keys of the chosen phrases in the phrase book
 * @param language language code of the message; empty when none was chosen
 * @param waitForAnswer whether the report gets the state "waiting for reporter" after sending
 * @param translation of one of the texts of the reporter
 */
public record CaseFileInput(
    String note,
    String message,
    List<String> phrases,
    String language,
    boolean waitForAnswer,
    TranslationInput translation) {

  private static final int MAX_LENGTH = 10_000;

  public static final CaseFileInput EMPTY = ofTranslation(TranslationInput.NONE);

  public static CaseFileInput ofNote(MultivaluedMap<String, String> form) {
    return new CaseFileInput(text(form, "note"), "", List.of(), "", true, TranslationInput.NONE);
  }

  public static CaseFileInput ofTranslation(TranslationInput translation) {
    return new CaseFileInput("", "", List.of(), "", true, translation);
  }

  /** Input that consists of phrases only. */
  public static CaseFileInput ofPhrases(List<String> phrases) {
    return new CaseFileInput("", "", phrases, "", false, TranslationInput.NONE);
  }

  /** The same message in another language. */
  public CaseFileInput in(String otherLanguage) {
    return new CaseFileInput(note, message, phrases, otherLanguage, waitForAnswer, translation);
  }

  public static CaseFileInput ofMessage(MultivaluedMap<String, String> form) {
    return new CaseFileInput(
        "",
        text(form, "message"),
        form.getOrDefault("phrase", List.of()).stream()
            .filter(phrase -> !phrase.isEmpty())
            .distinct()
            .toList(),
        text(form, "language"),
        form.containsKey("wait"),
        TranslationInput.NONE);
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("").strip();
  }

  public boolean isNoteValid() {
    return !note.isEmpty() && note.length() <= MAX_LENGTH;
  }

  public boolean isMessageValid() {
    return !(message.isEmpty() && phrases.isEmpty()) && message.length() <= MAX_LENGTH;
  }

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "CaseFileInput";
  }
}
