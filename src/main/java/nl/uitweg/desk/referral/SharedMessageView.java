package nl.uitweg.desk.referral;

import java.util.List;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.SharedMessage;

/**
 * A shared message of the conversation, as it is shown and as it is written in the JSON of a
 * referral.
 *
 * @param from {@code reporter} or {@code municipality}
 * @param on the day on which it was sent
 * @param phrases texts of the phrase book, in Dutch
 * @param answers closed questions with their answers, in Dutch
 * @param text free text as the officer edited it for sharing; empty when there is none
 * @param language code of the language of the text; empty when unknown
 * @param redacted whether the officer changed the text
 * @param officerTranslation the officer's own translation into Dutch; empty when there is none
 */
public record SharedMessageView(
    String from,
    String on,
    List<String> phrases,
    List<SharedMessage.ClosedAnswer> answers,
    String text,
    String language,
    boolean redacted,
    String officerTranslation) {

  private static final String REPORTER = "reporter";
  private static final String MUNICIPALITY = "municipality";

  static SharedMessageView of(SharedMessage message, Texts texts) {
    return new SharedMessageView(
        message.fromOfficer() ? MUNICIPALITY : REPORTER,
        Dates.day(message.day(), texts.language()),
        message.phrases(),
        message.answers(),
        message.text(),
        message.language(),
        message.redacted(),
        message.translation());
  }

  /** Text that says who sent the message, and on which day. */
  public String senderText(Texts texts) {
    return texts.get("referral.message-from-" + from, on);
  }

  static String sender(SharedMessage message, Texts texts) {
    return of(message, texts).senderText(texts);
  }
}
