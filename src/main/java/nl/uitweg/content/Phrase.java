package nl.uitweg.content;

import static nl.uitweg.platform.file.Preconditions.copyOrEmpty;
import static nl.uitweg.platform.file.Preconditions.requirePresent;

import java.util.List;

/**
 * A standard question or message that an officer can send; its texts are in {@code i18n/phrases}.
 *
 * @param id key stored in sealed messages; its meaning never changes
 * @param group key of the heading under which officers find it
 * @param answers keys of the answers of a closed question; empty for a message and for a question
 *     that is answered in free text
 */
public record Phrase(String id, String group, List<String> answers) {

  public Phrase {
    requirePresent(id, "id");
    requirePresent(group, "group");
    answers = copyOrEmpty(answers);
  }

  /** Whether it is a question with a fixed list of answers. */
  public boolean isClosedQuestion() {
    return !answers.isEmpty();
  }

  record File(List<Phrase> phrases) {
    File {
      requirePresent(phrases, "phrases");
      phrases = copyOrEmpty(phrases);
    }
  }
}
