package nl.uitweg.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.report.sealed.ReportOrigin;

/** Makes the conversation of a report from its key. Callers must have started a transaction. */
@Singleton
class Conversations {

  private final MessageStore messages;
  private final Clock clock;

  Conversations(MessageStore messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  Conversation of(ReportOrigin origin, ContentKey conversationKey) {
    return new Conversation(origin, conversationKey, messages, clock);
  }
}
