package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportFormat;
import org.junit.jupiter.api.Test;

/** What stands in a sealed message, before and after there were phrases. */
class MessageContentTest {

  /** The record as it was in the release before phrases. */
  record Before(Instant at, String text, Integer files) {}

  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");

  @Test
  void a_message_from_before_there_were_phrases_reads_as_text() {
    String json = "{\"at\":\"2026-11-20T10:00:00Z\",\"text\":\"which floor?\"}";
    MessageContent words =
        ReportFormat.read(json.getBytes(StandardCharsets.UTF_8), Conversation.Content.class).toMessageContent();
    assertThat(words).isEqualTo(MessageContent.ofText("which floor?", ""));
  }

  @Test
  void what_is_written_is_read_back() {
    MessageContent words =
        new MessageContent(
            "typed", "en", List.of("thanks"), Map.of("child-involved", "yes"), "all of it as text");
    byte[] json = ReportFormat.write(Conversation.Content.of(AT, words, 2));
    Conversation.Content read = ReportFormat.read(json, Conversation.Content.class);
    assertThat(read.toMessageContent()).isEqualTo(words);
    assertThat(read.files()).isEqualTo(2);
  }

  @Test
  void a_replica_of_the_release_before_still_shows_everything_as_text() {
    MessageContent words =
        new MessageContent("", "", List.of("thanks"), Map.of(), "Thank you for your report.");
    byte[] json = ReportFormat.write(Conversation.Content.of(AT, words, 0));
    assertThat(ReportFormat.read(json, Before.class).text())
        .isEqualTo("Thank you for your report.");
  }
}
