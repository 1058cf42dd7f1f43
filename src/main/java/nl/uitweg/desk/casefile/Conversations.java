package nl.uitweg.desk.casefile;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.uitweg.content.Phrase;
import nl.uitweg.content.PhraseBook;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.ConversationMessage;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.received.ReplacedContentException;

/**
 * The conversation as an officer reads it, phrases and answers in Dutch, and the form for a reply.
 * The reporter's side is {@code site.conversation.ConversationViews}.
 */
@Singleton
class Conversations {

  private final Reports reports;
  private final ReportTexts reportTexts;
  private final PhraseBook book;

  Conversations(Reports reports, ReportTexts reportTexts, PhraseBook book) {
    this.reports = reports;
    this.reportTexts = reportTexts;
    this.book = book;
  }

  /**
   * @param phrases in Dutch
   * @param language of the text; empty when not known
   * @param opens false when the sealed message was altered
   */
  record MessageView(
      boolean fromOfficer,
      String at,
      List<String> phrases,
      List<Answer> answers,
      String text,
      String language,
      int files,
      boolean read,
      boolean opens) {}

  /** An answer to a closed question, both in Dutch. */
  record Answer(String question, String answer) {}

  /** The form for a reply, with what was typed before. */
  record ReplyForm(
      int count,
      boolean open,
      List<Group> groups,
      List<LanguageChoice> languages,
      String text,
      boolean waits) {}

  record Group(String title, List<PhraseChoice> phrases) {}

  /**
   * @param answers what the reporter may choose from; empty for an open question or a message
   */
  record PhraseChoice(String id, String text, String answers, boolean chosen) {}

  record LanguageChoice(String code, String name, boolean chosen) {}

  List<MessageView> messages(Report report, Officer officer, Texts texts, List<String> broken) {
    List<MessageView> messages = new ArrayList<>();
    try {
      for (ConversationMessage message : reports.messages(report, officer.municipalities())) {
        messages.add(view(message, texts));
        if (!message.readable()) {
          broken.add("message");
        }
      }
    } catch (UnsealException e) {
      broken.add(e instanceof ReplacedContentException ? "conversation-replaced" : "conversation");
      messages.add(
          new MessageView(false, "", List.of(), List.of(), "", "", 0, false, false)); // names it
    }
    return messages;
  }

  private MessageView view(ConversationMessage message, Texts texts) {
    MessageContent words = message.content();
    boolean known =
        words.phrases().stream().allMatch(key -> book.find(key).isPresent())
            && words.answers().keySet().stream().allMatch(key -> book.find(key).isPresent());
    return new MessageView(
        message.fromOfficer(),
        message.readable() ? CaseFiles.moment(message.at(), texts.language().locale()) : "",
        known ? words.phrases().stream().map(this::dutch).toList() : List.of(),
        known ? answers(words) : List.of(),
        known ? words.freeText() : words.plainText(),
        known ? words.language() : "",
        message.files(),
        message.read(),
        message.readable());
  }

  private List<Answer> answers(MessageContent words) {
    return book.all().stream()
        .filter(phrase -> words.answers().containsKey(phrase.id()))
        .map(
            phrase ->
                new Answer(
                    book.plain(phrase, Language.DUTCH),
                    book.answer(words.answers().getOrDefault(phrase.id(), ""), Language.DUTCH)))
        .toList();
  }

  private String dutch(String key) {
    return book.plain(book.find(key).orElseThrow(), Language.DUTCH);
  }

  /**
   * @param languages codes of the languages that the reporter reads, best first
   */
  ReplyForm form(List<String> languages, CaseFileInput typed, Texts texts) {
    Map<String, List<PhraseChoice>> groups = new LinkedHashMap<>();
    for (Phrase phrase : book.all()) {
      groups
          .computeIfAbsent(phrase.group(), group -> new ArrayList<>())
          .add(choice(phrase, typed, texts));
    }
    String chosen = languages.contains(typed.language()) ? typed.language() : languages.get(0);
    return new ReplyForm(
        book.all().size(),
        !typed.phrases().isEmpty(),
        groups.entrySet().stream()
            .map(group -> new Group(texts.get("replies.group." + group.getKey()), group.getValue()))
            .toList(),
        languages.stream()
            .map(
                code ->
                    new LanguageChoice(
                        code, reportTexts.languageName(code, texts), code.equals(chosen)))
            .toList(),
        typed.message(),
        typed.waits());
  }

  private PhraseChoice choice(Phrase phrase, CaseFileInput typed, Texts texts) {
    String answers =
        phrase.answers().stream()
            .map(answer -> book.answer(answer, Language.DUTCH))
            .collect(Collectors.joining(" / "));
    return new PhraseChoice(
        phrase.id(),
        book.plain(phrase, Language.DUTCH),
        answers.isEmpty() ? "" : texts.get("replies.choices", answers),
        typed.phrases().contains(phrase.id()));
  }

  /** Whether all of these are in the book. */
  boolean know(List<String> phrases) {
    return phrases.stream().allMatch(key -> book.find(key).isPresent());
  }

  /**
   * What will be sealed; as text it is in the reporter's language, for replicas that know no
   * phrases.
   */
  MessageContent words(CaseFileInput typed, Language reporter) {
    List<String> lines = new ArrayList<>();
    typed.phrases().stream()
        .distinct()
        .map(key -> book.plain(book.find(key).orElseThrow(), reporter))
        .forEach(lines::add);
    if (!typed.message().isEmpty()) {
      lines.add(typed.message());
    }
    return new MessageContent(
        typed.message(),
        typed.language(),
        typed.phrases().stream().distinct().toList(),
        Map.of(),
        String.join("\n", lines));
  }
}
