package nl.uitweg.desk.casefile.view;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.uitweg.content.Phrase;
import nl.uitweg.content.PhraseBook;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.ConversationMessage;
import nl.uitweg.report.Reports;
import nl.uitweg.report.TranslatedPart;
import nl.uitweg.report.content.MessageContent;

/**
 * Prepares the conversation with the reporter for an officer, with phrases and answers in Dutch,
 * and the form for a reply. The counterpart for the reporter is {@code
 * site.conversation.ConversationViews}.
 */
@Singleton
public class ConversationViews {

  private final Reports reports;
  private final ReportTexts reportTexts;
  private final PhraseBook phraseBook;

  ConversationViews(Reports reports, ReportTexts reportTexts, PhraseBook phraseBook) {
    this.reports = reports;
    this.reportTexts = reportTexts;
    this.phraseBook = phraseBook;
  }

  /**
   * One message, or the mark of a message that the reporter took back before anybody read it.
   *
   * @param translation of the text in it
   * @param readable false when it cannot be decrypted
   * @param takenBack whether it was taken back; then everything else is empty
   */
  record MessageView(
      Sending sending,
      MessageText content,
      CaseFileView.Translation translation,
      int fileCount,
      boolean readable,
      boolean takenBack) {

    static final MessageView TAKEN_BACK = empty(true);

    /** Shows that the conversation cannot be decrypted. */
    static final MessageView UNREADABLE = empty(false);

    private static MessageView empty(boolean takenBack) {
      return new MessageView(
          Sending.UNKNOWN,
          MessageText.NONE,
          CaseFileView.Translation.NOT_NEEDED,
          0,
          takenBack,
          takenBack);
    }
  }

  /**
   * Who sent a message and when, and whether the other side has read it.
   *
   * @param at the moment as text; empty when it cannot be decrypted
   */
  record Sending(boolean byOfficer, Optional<Instant> moment, String at, boolean read) {

    static final Sending UNKNOWN = new Sending(false, Optional.empty(), "", false);
  }

  /**
   * What a message says.
   *
   * @param phrases texts of the phrases, in Dutch
   * @param language code of the language of the text; empty when unknown
   */
  record MessageText(List<String> phrases, List<Answer> answers, String text, String language) {

    static final MessageText NONE = new MessageText(List.of(), List.of(), "", "");
  }

  /** A closed question and its answer, both in Dutch. */
  record Answer(String question, String answer) {}

  /**
   * The form for a reply, filled with earlier input.
   *
   * @param phraseCount number of phrases in the phrase book
   * @param phrasesOpen whether the list of phrases is expanded
   * @param waitForAnswer whether the report gets the state "waiting for reporter" after sending
   */
  public record ReplyForm(
      int phraseCount,
      boolean phrasesOpen,
      List<Group> groups,
      List<LanguageChoice> languages,
      String text,
      boolean waitForAnswer) {}

  record Group(String title, List<PhraseChoice> phrases) {}

  /**
   * @param answers text that lists the answers from which the reporter may choose; empty for an
   *     open question or a statement
   */
  record PhraseChoice(String id, String text, String answers, boolean chosen) {}

  record LanguageChoice(String code, String name, boolean chosen) {}

  List<MessageView> messages(Reading reading, TranslationViews.Lookup translated) {
    List<MessageView> messages = new ArrayList<>();
    try {
      List<ConversationMessage> stored =
          reports.messages(reading.report(), reading.municipalities());
      Deque<Integer> takenBack = new ArrayDeque<>(reports.takenBackPositions(reading.report()));
      for (ConversationMessage message : stored) {
        addTakenBack(messages, takenBack, message.position());
        messages.add(view(message, translated, reading.texts()));
        if (!message.readable()) {
          reading.addUnreadable("message");
        }
      }
      addTakenBack(messages, takenBack, Integer.MAX_VALUE);
    } catch (UnsealException e) {
      reading.addUnreadable("conversation", e);
      messages.add(MessageView.UNREADABLE);
    }
    return messages;
  }

  /**
   * Adds a mark for each message that was taken back up to this position. The position of the last
   * message is used again after it was taken back, so the mark comes first.
   */
  private static void addTakenBack(
      List<MessageView> messages, Deque<Integer> takenBack, int upToPosition) {
    while (!takenBack.isEmpty() && takenBack.element() <= upToPosition) {
      takenBack.remove();
      messages.add(MessageView.TAKEN_BACK);
    }
  }

  private MessageView view(
      ConversationMessage message, TranslationViews.Lookup translated, Texts texts) {
    Optional<Instant> moment = Optional.of(message).filter(m -> m.readable()).map(m -> m.at());
    String at = moment.map(sentAt -> Dates.moment(sentAt, texts.language())).orElse("");
    MessageText text = text(message.content());
    boolean translatable = !message.fromOfficer() && !text.text().isEmpty();
    return new MessageView(
        new Sending(message.fromOfficer(), moment, at, message.read()),
        text,
        translatable
            ? translated.of(
                TranslatedPart.of(message.id()),
                text.language(),
                texts.get("translation.of-message", at))
            : CaseFileView.Translation.NOT_NEEDED,
        message.fileCount(),
        message.readable(),
        false);
  }

  private MessageText text(MessageContent content) {
    boolean known =
        content.phrases().stream().allMatch(id -> phraseBook.find(id).isPresent())
            && content.answers().keySet().stream().allMatch(id -> phraseBook.find(id).isPresent());
    return known
        ? new MessageText(
            content.phrases().stream().map(this::dutch).toList(),
            answers(content),
            content.freeText(),
            content.language())
        : new MessageText(List.of(), List.of(), content.plainText(), "");
  }

  private List<Answer> answers(MessageContent content) {
    return phraseBook.all().stream()
        .filter(phrase -> content.answers().containsKey(phrase.id()))
        .map(
            phrase ->
                new Answer(
                    phraseBook.plain(phrase, Language.DUTCH),
                    phraseBook.answer(
                        content.answers().getOrDefault(phrase.id(), ""), Language.DUTCH)))
        .toList();
  }

  private String dutch(String id) {
    return phraseBook.plain(phraseBook.find(id).orElseThrow(), Language.DUTCH);
  }

  /**
   * @param languages codes of the languages in which the officer may write, the reporter's language
   *     first
   */
  public ReplyForm form(List<String> languages, CaseFileInput input, Texts texts) {
    Map<String, List<PhraseChoice>> groups = new LinkedHashMap<>();
    for (Phrase phrase : phraseBook.all()) {
      groups
          .computeIfAbsent(phrase.group(), group -> new ArrayList<>())
          .add(choice(phrase, input, texts));
    }
    String chosen = languages.contains(input.language()) ? input.language() : languages.get(0);
    return new ReplyForm(
        phraseBook.all().size(),
        !input.phrases().isEmpty(),
        groups.entrySet().stream()
            .map(group -> new Group(texts.get("replies.group." + group.getKey()), group.getValue()))
            .toList(),
        languages.stream()
            .map(
                code ->
                    new LanguageChoice(
                        code, reportTexts.languageName(code, texts), code.equals(chosen)))
            .toList(),
        input.message(),
        input.waitForAnswer());
  }

  private PhraseChoice choice(Phrase phrase, CaseFileInput input, Texts texts) {
    String answers =
        phrase.answers().stream()
            .map(answer -> phraseBook.answer(answer, Language.DUTCH))
            .collect(Collectors.joining(" / "));
    return new PhraseChoice(
        phrase.id(),
        phraseBook.plain(phrase, Language.DUTCH),
        answers.isEmpty() ? "" : texts.get("replies.choices", answers),
        input.phrases().contains(phrase.id()));
  }

  /** Whether the phrase book has all of these phrases. */
  public boolean areKnown(List<String> phrases) {
    return phrases.stream().allMatch(id -> phraseBook.find(id).isPresent());
  }

  /**
   * The message to seal. It also holds the whole message as plain text, with the phrases in the
   * reporter's language, for releases whose phrase book does not have these phrases.
   */
  public MessageContent toMessageContent(CaseFileInput input, Language reporterLanguage) {
    List<String> lines = new ArrayList<>();
    input.phrases().stream()
        .distinct()
        .map(id -> phraseBook.plain(phraseBook.find(id).orElseThrow(), reporterLanguage))
        .forEach(lines::add);
    if (!input.message().isEmpty()) {
      lines.add(input.message());
    }
    return new MessageContent(
        input.message(),
        input.language(),
        input.phrases().stream().distinct().toList(),
        Map.of(),
        String.join("\n", lines));
  }
}
