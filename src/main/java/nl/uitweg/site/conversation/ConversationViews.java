package nl.uitweg.site.conversation;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.content.Phrase;
import nl.uitweg.content.PhraseBook;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.OpenMessage;
import nl.uitweg.report.content.MessageContent;

/**
 * What the reporter reads of the conversation: phrases and times in the reader's language, whatever
 * language the officer wrote in. The desk has its own: {@code desk.casefile.Conversations}.
 */
@Singleton
class ConversationViews {

  private final PhraseBook book;

  ConversationViews(PhraseBook book) {
    this.book = book;
  }

  /**
   * @param who "you" or "the municipality", in the reader's language
   * @param phrases HTML of each phrase
   * @param answers to closed questions
   * @param language of the text, empty when not known
   * @param files how many files came with it; empty when none
   * @param note read or not yet, or that the message does not open
   */
  record View(
      String who,
      String at,
      List<String> phrases,
      List<Answer> answers,
      String text,
      String language,
      String files,
      String note,
      boolean mine) {}

  /**
   * @param question HTML
   */
  record Answer(String question, String answer) {}

  /**
   * A closed question that waits for an answer.
   *
   * @param question HTML
   */
  record OpenQuestion(String name, String question, List<Option> options) {}

  /** One answer to choose. */
  record Option(String id, String value, String text, boolean chosen) {}

  List<View> of(List<OpenMessage> messages, Texts texts) {
    return messages.stream().map(message -> view(message, texts)).toList();
  }

  /**
   * The closed questions that were asked since they were last answered, in order.
   *
   * @param chosen what was chosen just now, to be given back
   */
  List<OpenQuestion> asked(List<OpenMessage> messages, Map<String, String> chosen, Texts texts) {
    Set<String> open = new LinkedHashSet<>();
    for (OpenMessage message : messages) {
      if (message.fromOfficer()) {
        open.addAll(message.words().phrases());
      } else {
        open.removeAll(message.words().answers().keySet());
      }
    }
    return open.stream()
        .map(book::find)
        .flatMap(Optional::stream)
        .filter(Phrase::closed)
        .map(phrase -> asked(phrase, chosen, texts))
        .toList();
  }

  private OpenQuestion asked(Phrase phrase, Map<String, String> chosen, Texts texts) {
    String name = PhraseAnswers.FIELD + phrase.id();
    return new OpenQuestion(
        name,
        book.html(phrase, texts.language()),
        phrase.answers().stream()
            .map(
                answer ->
                    new Option(
                        name + "." + answer,
                        answer,
                        book.answer(answer, texts.language()),
                        answer.equals(chosen.get(phrase.id()))))
            .toList());
  }

  private View view(OpenMessage message, Texts texts) {
    boolean mine = !message.fromOfficer();
    if (!message.opens()) {
      String note = texts.get("code.does-not-open");
      return new View(who(mine, texts), "", List.of(), List.of(), "", "", "", note, mine);
    }
    MessageContent words = message.words();
    boolean known =
        words.phrases().stream().allMatch(key -> book.find(key).isPresent())
            && words.answers().keySet().stream().allMatch(key -> book.find(key).isPresent());
    return new View(
        who(mine, texts),
        Dates.moment(message.at().atZone(DutchTime.ZONE), texts.language()),
        known ? phrases(words, texts) : List.of(),
        known ? answers(words, texts) : List.of(),
        known ? words.typed() : words.plain(),
        words.language(),
        message.files() == 0 ? "" : texts.get("code.files", message.files()),
        mine ? texts.get(message.read() ? "code.read" : "code.not-read") : "",
        mine);
  }

  private List<String> phrases(MessageContent words, Texts texts) {
    return words.phrases().stream()
        .map(key -> book.html(book.find(key).orElseThrow(), texts.language()))
        .toList();
  }

  /** In the order of the book. */
  private List<Answer> answers(MessageContent words, Texts texts) {
    return book.all().stream()
        .filter(phrase -> words.answers().containsKey(phrase.id()))
        .map(
            phrase ->
                new Answer(
                    book.html(phrase, texts.language()),
                    book.answer(words.answers().getOrDefault(phrase.id(), ""), texts.language())))
        .toList();
  }

  private static String who(boolean mine, Texts texts) {
    return texts.get(mine ? "code.you" : "code.municipality");
  }
}
