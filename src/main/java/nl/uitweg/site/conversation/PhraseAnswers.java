package nl.uitweg.site.conversation;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.content.Phrase;
import nl.uitweg.content.PhraseBook;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.report.content.MessageContent;

/** Reads answers to closed questions of the phrase book from the form for a message. */
@Singleton
class PhraseAnswers {

  /** Prefix of the field names, before the id of the question. */
  static final String FIELD_PREFIX = "answer.";

  private final PhraseBook book;

  PhraseAnswers(PhraseBook book) {
    this.book = book;
  }

  /**
   * The answers in the form, by the id of the question; anything that is not in the phrase book is
   * ignored.
   */
  Map<String, String> read(MultivaluedMap<String, String> form) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Phrase phrase : book.all()) {
      String answer = form.getFirst(FIELD_PREFIX + phrase.id());
      if (answer != null && phrase.answers().contains(answer)) {
        answers.put(phrase.id(), answer);
      }
    }
    return answers;
  }

  /**
   * The message to store. It also contains the complete message as plain text, with the questions
   * and answers in Dutch, for a desk whose phrase book lacks the questions.
   */
  MessageContent messageContent(String text, Map<String, String> answers, Language language) {
    return new MessageContent(
        text, language.code(), List.of(), answers, plainText(text, answers, Language.DUTCH));
  }

  /** Plain text: each question with its answer on a line of its own, then the text. */
  String plainText(String text, Map<String, String> answers, Language language) {
    return Stream.concat(
            answers.entrySet().stream()
                .map(
                    entry ->
                        book.find(entry.getKey())
                                .map(phrase -> book.plain(phrase, language))
                                .orElse(entry.getKey())
                            + " "
                            + book.answer(entry.getValue(), language)),
            Stream.of(text))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
