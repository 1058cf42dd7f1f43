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
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.ConversationMessage;
import nl.uitweg.report.content.MessageContent;

/**
 * Builds the view models of the conversation for the reporter: phrases and times are in the
 * language of the page, whatever language the officer wrote in. The counterpart for officers is
 * {@code desk.casefile.ConversationViews}.
 */
@Singleton
class ConversationViews {

  private final PhraseBook book;

  ConversationViews(PhraseBook book) {
    this.book = book;
  }

  /**
   * One message.
   *
   * @param sender "you" or "the municipality"
   * @param phrases HTML of each phrase
   * @param answers answers to closed questions
   * @param language language of the text; empty when it is not known
   * @param files text with the number of files; empty when there are none
   * @param note whether it was read, or that it cannot be decrypted
   */
  record MessageView(
      String sender,
      String sentAt,
      List<String> phrases,
      List<Answer> answers,
      String text,
      String language,
      String files,
      String note,
      boolean fromReporter) {}

  /**
   * An answer to a closed question.
   *
   * @param question HTML
   */
  record Answer(String question, String answer) {}

  /**
   * A closed question that has no answer yet.
   *
   * @param question HTML
   */
  record OpenQuestion(String name, String question, List<Option> options) {}

  /** One possible answer. */
  record Option(String id, String value, String text, boolean chosen) {}

  List<MessageView> of(List<ConversationMessage> messages, Texts texts) {
    return messages.stream().map(message -> view(message, texts)).toList();
  }

  /**
   * The closed questions without an answer, in the order in which they were asked.
   *
   * @param chosen answers in the form that was just posted, to be preselected
   */
  List<OpenQuestion> openQuestions(
      List<ConversationMessage> messages, Map<String, String> chosen, Texts texts) {
    Set<String> open = new LinkedHashSet<>();
    for (ConversationMessage message : messages) {
      if (message.fromOfficer()) {
        open.addAll(message.content().phrases());
      } else {
        open.removeAll(message.content().answers().keySet());
      }
    }
    return open.stream()
        .map(book::find)
        .flatMap(Optional::stream)
        .filter(Phrase::isClosedQuestion)
        .map(phrase -> openQuestion(phrase, chosen, texts))
        .toList();
  }

  private OpenQuestion openQuestion(Phrase phrase, Map<String, String> chosen, Texts texts) {
    String name = PhraseAnswers.FIELD_PREFIX + phrase.id();
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

  private MessageView view(ConversationMessage message, Texts texts) {
    boolean fromReporter = !message.fromOfficer();
    if (!message.readable()) {
      String note = texts.get("code.undecryptable");
      return new MessageView(
          sender(fromReporter, texts), "", List.of(), List.of(), "", "", "", note, fromReporter);
    }
    MessageContent content = message.content();
    boolean phrasesKnown =
        content.phrases().stream().allMatch(key -> book.find(key).isPresent())
            && content.answers().keySet().stream().allMatch(key -> book.find(key).isPresent());
    return new MessageView(
        sender(fromReporter, texts),
        Dates.moment(message.at(), texts.language()),
        phrasesKnown ? phrases(content, texts) : List.of(),
        phrasesKnown ? answers(content, texts) : List.of(),
        phrasesKnown ? content.freeText() : content.plainText(),
        content.language(),
        message.fileCount() == 0 ? "" : texts.get("code.files", message.fileCount()),
        fromReporter ? texts.get(message.read() ? "code.read" : "code.not-read") : "",
        fromReporter);
  }

  private List<String> phrases(MessageContent content, Texts texts) {
    return content.phrases().stream()
        .map(key -> book.html(book.find(key).orElseThrow(), texts.language()))
        .toList();
  }

  /** The answers to closed questions, in the order of the phrase book. */
  private List<Answer> answers(MessageContent content, Texts texts) {
    return book.all().stream()
        .filter(phrase -> content.answers().containsKey(phrase.id()))
        .map(
            phrase ->
                new Answer(
                    book.html(phrase, texts.language()),
                    book.answer(content.answers().getOrDefault(phrase.id(), ""), texts.language())))
        .toList();
  }

  private static String sender(boolean fromReporter, Texts texts) {
    return texts.get(fromReporter ? "code.you" : "code.municipality");
  }
}
