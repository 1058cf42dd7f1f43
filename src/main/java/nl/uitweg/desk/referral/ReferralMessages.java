package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.content.PhraseBook;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.SharedMessage;
import nl.uitweg.report.ConversationMessage;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.MessageContent;

/**
 * The messages of the conversation that an officer shares with a referral. No message is shared
 * unless the officer selects it, and only a message that an officer has seen can be selected. Free
 * text can be edited for sharing, like the free texts of the report.
 */
@Singleton
class ReferralMessages {

  private final Reports reports;
  private final PhraseBook phraseBook;

  ReferralMessages(Reports reports, PhraseBook phraseBook) {
    this.reports = reports;
    this.phraseBook = phraseBook;
  }

  /**
   * One message in the form.
   *
   * @param sender text that says who sent it, and on which day
   * @param phrases texts of the phrases, in Dutch
   * @param editable whether the message has free text that the officer can edit
   */
  record Choice(
      String id,
      String sender,
      List<String> phrases,
      List<SharedMessage.ClosedAnswer> answers,
      FreeText freeText,
      boolean editable,
      boolean chosen) {}

  /** The messages from which the officer can choose, oldest first. */
  List<Choice> choices(Report report, ReferralForm form, Officer officer, Texts texts) {
    return shareable(report, officer).stream()
        .map(message -> choice(message, form.messages(), texts))
        .toList();
  }

  /** The messages that were selected in the form and can be shared, oldest first. */
  List<SharedMessage> selected(Report report, ReferralForm form, Officer officer) {
    if (form.messages().chosen().isEmpty()) {
      return List.of();
    }
    return shareable(report, officer).stream()
        .filter(message -> form.messages().chosen().contains(message.id().toString()))
        .map(message -> shared(message, form.messages()))
        .toList();
  }

  /** The problems that a selected message cannot be shared, or would be empty or too long. */
  List<ReferralCheck.Problem> problems(Report report, ReferralForm form, Officer officer) {
    List<SharedMessage> selected = selected(report, form, officer);
    List<ReferralCheck.Problem> problems = new ArrayList<>();
    if (selected.size() != form.messages().chosen().size()) {
      problems.add(new ReferralCheck.Problem("messages", "referral.problem-messages"));
    }
    if (selected.stream().anyMatch(ReferralMessages::isEmptyOrTooLong)) {
      problems.add(new ReferralCheck.Problem("messages", "referral.problem-text"));
    }
    if (selected.stream().anyMatch(message -> ReferralCheck.isTooLong(message.translation()))) {
      problems.add(new ReferralCheck.Problem("messages", "referral.problem-translation"));
    }
    return problems;
  }

  private static boolean isEmptyOrTooLong(SharedMessage message) {
    boolean empty =
        message.text().isEmpty() && message.phrases().isEmpty() && message.answers().isEmpty();
    return empty || ReferralCheck.isTooLong(message.text());
  }

  /** None when the conversation cannot be decrypted, which the case file shows and records. */
  private List<ConversationMessage> shareable(Report report, Officer officer) {
    try {
      return reports.messagesSeenByOfficers(report, officer.municipalities()).stream()
          .filter(ConversationMessage::readable)
          .filter(message -> hasContent(message.content()))
          .toList();
    } catch (UnsealException e) {
      return List.of();
    }
  }

  /** False for a message of files only; {@link ReferralAttachments} shares those. */
  private static boolean hasContent(MessageContent content) {
    return !content.freeText().isEmpty()
        || !content.plainText().isEmpty()
        || !content.phrases().isEmpty()
        || !content.answers().isEmpty();
  }

  private Choice choice(ConversationMessage message, MessageInput input, Texts texts) {
    SharedMessage shared = shared(message, input);
    return new Choice(
        message.id().toString(),
        SharedMessageView.sender(shared, texts),
        shared.phrases(),
        shared.answers(),
        new FreeText(shared.text(), shared.language(), shared.translation()),
        !originalText(message.content()).isEmpty(),
        input.chosen().contains(message.id().toString()));
  }

  private SharedMessage shared(ConversationMessage message, MessageInput input) {
    MessageContent content = message.content();
    String id = message.id().toString();
    boolean known = isKnown(content);
    String original = originalText(content);
    String text = original.isEmpty() ? "" : input.texts().getOrDefault(id, original);
    return new SharedMessage(
        message.fromOfficer(),
        LocalDate.ofInstant(message.at(), DutchTime.ZONE),
        known ? content.phrases().stream().map(this::dutch).toList() : List.of(),
        known ? answers(content) : List.of(),
        text,
        known ? content.language() : "",
        !text.equals(original),
        text.isEmpty() ? "" : input.translations().getOrDefault(id, ""));
  }

  /**
   * The text that can be edited: the free text, or the complete message when this release does not
   * know one of its phrases.
   */
  private String originalText(MessageContent content) {
    return ReferralForm.normaliseLines(isKnown(content) ? content.freeText() : content.plainText());
  }

  private boolean isKnown(MessageContent content) {
    return Stream.concat(content.phrases().stream(), content.answers().keySet().stream())
        .allMatch(id -> phraseBook.find(id).isPresent());
  }

  private List<SharedMessage.ClosedAnswer> answers(MessageContent content) {
    return phraseBook.all().stream()
        .filter(phrase -> content.answers().containsKey(phrase.id()))
        .map(
            phrase ->
                new SharedMessage.ClosedAnswer(
                    dutch(phrase.id()),
                    phraseBook.answer(
                        content.answers().getOrDefault(phrase.id(), ""), Language.DUTCH)))
        .toList();
  }

  private String dutch(String id) {
    return phraseBook.plain(phraseBook.find(id).orElseThrow(), Language.DUTCH);
  }
}
