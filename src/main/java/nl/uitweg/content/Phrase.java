package nl.uitweg.content;

import static nl.uitweg.content.file.Required.listOf;
import static nl.uitweg.content.file.Required.present;

import java.util.List;

/**
 * A standard question or message of an officer; its words stand in {@code i18n/phrases}.
 *
 * @param id the key that sealed messages hold; it never changes meaning
 * @param group under which heading officers find it
 * @param answers keys of the answers of a closed question; empty for a message and for a question
 *     that is answered in free text
 */
public record Phrase(String id, String group, List<String> answers) {

  public Phrase {
    present(id, "id");
    present(group, "group");
    answers = listOf(answers);
  }

  public boolean closed() {
    return !answers.isEmpty();
  }

  record File(List<Phrase> phrases) {
    File {
      present(phrases, "phrases");
      phrases = listOf(phrases);
    }
  }
}
