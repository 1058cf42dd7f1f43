package nl.uitweg.desk.casefile;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/**
 * What an officer typed and chose in the forms of a case file, to be given back.
 *
 * @param phrases keys of the phrase book
 * @param language code of the language of the message; empty when not chosen
 * @param waits whether the report then waits for an answer
 */
record CaseFileInput(
    String note, String message, List<String> phrases, String language, boolean waits) {

  private static final int MOST = 10_000;

  static final CaseFileInput NOTHING = new CaseFileInput("", "", List.of(), "", true);

  static CaseFileInput note(MultivaluedMap<String, String> form) {
    return new CaseFileInput(text(form, "note"), "", List.of(), "", true);
  }

  static CaseFileInput message(MultivaluedMap<String, String> form) {
    return new CaseFileInput(
        "",
        text(form, "message"),
        Optional.ofNullable(form.get("phrase")).map(List::copyOf).orElse(List.of()),
        text(form, "language"),
        form.containsKey("wait"));
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("").strip();
  }

  boolean noteFits() {
    return !note.isEmpty() && note.length() <= MOST;
  }

  boolean messageFits() {
    return !(message.isEmpty() && phrases.isEmpty()) && message.length() <= MOST;
  }

  /** Never the text: this may end in a log. */
  @Override
  public String toString() {
    return "CaseFileInput";
  }
}
