package nl.uitweg.site.conversation;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.content.Phrase;
import nl.uitweg.content.PhraseBook;
import nl.uitweg.content.RenderedMarkdown;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.ConversationMessage;
import nl.uitweg.report.content.MessageContent;

/**
 * Builds the view models of the conversation for the reporter: phrases and times are in the
 * language of the page, whatever language the officer wrote in. The counterpart for officers is
 * {@code desk.casefile.view.ConversationViews}.
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
   * @param anchor id of its element on the page
   * @param takeBack its id when the reporter can take it back; otherwise empty
   * @param files text with the number of files; empty when there are none
   */
  record MessageView(
      String id,
      String anchor,
      Sending sending,
      MessageText content,
      String files,
      String takeBack) {}

  /**
   * Who sent a message and when.
   *
   * @param sender "you" or "the municipality", in the language of the page
   * @param at empty when the message cannot be decrypted
   * @param note whether a message of the reporter was read, or that the message cannot be
   *     decrypted; otherwise empty
   * @param unseen whether the reporter sees this message of the desk for the first time
   */
  record Sending(String sender, String at, String note, boolean byReporter, boolean unseen) {}

  /**
   * What a message says.
   *
   * @param answers answers to closed questions
   * @param language language of the text; empty when it is not known
   */
  record MessageText(
      List<RenderedMarkdown> phrases, List<Answer> answers, String text, String language) {

    static final MessageText NONE = new MessageText(List.of(), List.of(), "", "");
  }

  /** An answer to a closed question. */
  record Answer(RenderedMarkdown question, String answer) {}

  /**
   * A closed question that has no answer yet.
   *
   * @param name name of its form field
   */
  record UnansweredQuestion(String name, RenderedMarkdown question, List<Option> options) {}

  /** One possible answer. */
  record Option(String id, String value, String text, boolean chosen) {}

  /**
   * The messages, oldest first.
   *
   * @param unseen ids of messages that the previous page marked as new
   */
  List<MessageView> of(List<ConversationMessage> messages, Set<String> unseen, Texts texts) {
    return messages.stream().map(message -> view(message, unseen, texts)).toList();
  }

  /**
   * The closed questions without an answer, in the order in which they were asked.
   *
   * @param chosen answers in the form that was just posted, to be preselected
   */
  List<UnansweredQuestion> unansweredQuestions(
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
        .map(phrase -> unansweredQuestion(phrase, chosen, texts))
        .toList();
  }

  private UnansweredQuestion unansweredQuestion(
      Phrase phrase, Map<String, String> chosen, Texts texts) {
    String name = PhraseAnswers.FIELD_PREFIX + phrase.id();
    return new UnansweredQuestion(
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

  private MessageView view(ConversationMessage message, Set<String> unseenBefore, Texts texts) {
    boolean fromReporter = !message.fromOfficer();
    String id = message.id().toString();
    String anchor = "message-" + message.position();
    boolean unseen = message.unseen() || (message.fromOfficer() && unseenBefore.contains(id));
    String takeBack = fromReporter && !message.read() ? id : "";
    String sender = texts.get(fromReporter ? "code.you" : "code.municipality");
    if (!message.readable()) {
      String note = texts.get("code.undecryptable");
      Sending sending = new Sending(sender, "", note, fromReporter, unseen);
      return new MessageView(id, anchor, sending, MessageText.NONE, "", takeBack);
    }
    String at = Dates.moment(message.at(), texts.language());
    String note = fromReporter ? texts.get(message.read() ? "code.read" : "code.not-read") : "";
    return new MessageView(
        id,
        anchor,
        new Sending(sender, at, note, fromReporter, unseen),
        text(message.content(), texts),
        message.fileCount() == 0 ? "" : texts.get("code.files", message.fileCount()),
        takeBack);
  }

  private MessageText text(MessageContent content, Texts texts) {
    boolean phrasesKnown =
        content.phrases().stream().allMatch(key -> book.find(key).isPresent())
            && content.answers().keySet().stream().allMatch(key -> book.find(key).isPresent());
    return phrasesKnown
        ? new MessageText(
            phrases(content, texts),
            answers(content, texts),
            content.freeText(),
            content.language())
        : new MessageText(List.of(), List.of(), content.plainText(), content.language());
  }

  private List<RenderedMarkdown> phrases(MessageContent content, Texts texts) {
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
}
