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

/** Reads the answers to closed questions of the phrase book from the form behind the code. */
@Singleton
class PhraseAnswers {

  /** Before the key of the question, in the name of the field. */
  static final String FIELD = "answer.";

  private final PhraseBook book;

  PhraseAnswers(PhraseBook book) {
    this.book = book;
  }

  /** Only questions and answers that are in the book; anything else is as if it was not sent. */
  Map<String, String> in(MultivaluedMap<String, String> form) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Phrase phrase : book.all()) {
      String answer = form.getFirst(FIELD + phrase.id());
      if (answer != null && phrase.answers().contains(answer)) {
        answers.put(phrase.id(), answer);
      }
    }
    return answers;
  }

  /** For the desk, which reads Dutch, also where it does not know phrases yet. */
  MessageContent words(String text, Map<String, String> answers, Language language) {
    return new MessageContent(
        text, language.code(), List.of(), answers, plain(text, answers, Language.DUTCH));
  }

  /** Questions, answers and text below each other. */
  String plain(String text, Map<String, String> answers, Language language) {
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
