package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.sealed.MessagePlaintext;
import org.junit.jupiter.api.Test;

/** Tests the JSON from which a message is read, with and without phrases. */
class MessageContentTest {

  /** The content of a message as releases without phrases read it. */
  record ContentWithoutPhrases(Instant at, String text, Integer files) {}

  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");

  @Test
  void readsMessageWithoutPhrasesAsText() {
    String json = "{\"at\":\"2026-11-20T10:00:00Z\",\"text\":\"which floor?\"}";
    MessageContent message =
        ReportFormat.read(json.getBytes(StandardCharsets.UTF_8), MessagePlaintext.class)
            .toMessageContent();
    assertThat(message).isEqualTo(MessageContent.ofText("which floor?", ""));
  }

  @Test
  void readsAllPartsThatWereWritten() {
    MessageContent message =
        new MessageContent(
            "typed", "en", List.of("thanks"), Map.of("child-involved", "yes"), "all of it as text");
    byte[] json = ReportFormat.write(MessagePlaintext.of(AT, message, 2));
    MessagePlaintext read = ReportFormat.read(json, MessagePlaintext.class);
    assertThat(read.toMessageContent()).isEqualTo(message);
    assertThat(read.files()).isEqualTo(2);
  }

  @Test
  void releaseWithoutPhrasesReadsCompleteText() {
    MessageContent message =
        new MessageContent("", "", List.of("thanks"), Map.of(), "Thank you for your report.");
    byte[] json = ReportFormat.write(MessagePlaintext.of(AT, message, 0));
    assertThat(ReportFormat.read(json, ContentWithoutPhrases.class).text())
        .isEqualTo("Thank you for your report.");
  }
}
