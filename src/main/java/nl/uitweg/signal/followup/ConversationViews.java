package nl.uitweg.signal.followup;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import nl.uitweg.language.Texts;
import nl.uitweg.signal.OpenMessage;

/** What the reporter reads of the conversation, times in Dutch time and the reader's language. */
@Singleton
class ConversationViews {

  private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

  /**
   * @param who "you" or "the municipality", in the reader's language
   * @param files how many files came with it; empty when none
   * @param note read or not yet, or that the message does not open
   */
  record View(String who, String at, String text, String files, String note, boolean mine) {}

  List<View> of(List<OpenMessage> messages, Texts m) {
    return messages.stream().map(message -> view(message, m)).toList();
  }

  private static View view(OpenMessage message, Texts m) {
    boolean mine = !message.fromOfficer();
    if (!message.opens()) {
      return new View(who(mine, m), "", "", "", m.t("code.does-not-open"), mine);
    }
    String at =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(m.language().locale())
            .withZone(DUTCH_TIME)
            .format(message.at());
    String note = mine ? m.t(message.read() ? "code.read" : "code.not-read") : "";
    String files = message.files() == 0 ? "" : m.t("code.files", message.files());
    return new View(who(mine, m), at, message.text(), files, note, mine);
  }

  private static String who(boolean mine, Texts m) {
    return m.t(mine ? "code.you" : "code.municipality");
  }
}
