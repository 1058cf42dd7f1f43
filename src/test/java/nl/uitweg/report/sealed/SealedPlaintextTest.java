package nl.uitweg.report.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what is read from sealed JSON, which somebody else may have sealed. */
class SealedPlaintextTest {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");
  private static final String IMPLAUSIBLE = "\"9999-01-01T00:00:00Z\"";
  private static final String TIME = "\"2026-11-25T09:00:00Z\"";

  @Test
  void readsWhatItWrote() {
    NotePlaintext note = new NotePlaintext("officer", AT, "text");
    assertThat(ReportFormat.read(ReportFormat.write(note), NotePlaintext.class)).isEqualTo(note);
    TranslationPlaintext translation = new TranslationPlaintext("officer", "", AT, "text");
    assertThat(ReportFormat.read(ReportFormat.write(translation), TranslationPlaintext.class))
        .isEqualTo(translation);
    AttachmentMetadata file = new AttachmentMetadata("a.txt", "text/plain", 3, true, false, AT);
    assertThat(ReportFormat.read(ReportFormat.write(file), AttachmentMetadata.class))
        .isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"at\":" + TIME + ",\"text\":\"x\"}",
        "{\"author\":\"x\",\"text\":\"x\"}",
        "{\"author\":\"x\",\"at\":" + TIME + "}",
        "{\"author\":\"x\",\"at\":" + IMPLAUSIBLE + ",\"text\":\"x\"}"
      })
  void rejectsANoteWithoutAuthorTimeOrText(String json) {
    assertRejected(json, NotePlaintext.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reviser\":\"\",\"at\":" + TIME + ",\"text\":\"x\"}",
        "{\"translator\":\"x\",\"at\":" + TIME + ",\"text\":\"x\"}",
        "{\"translator\":\"x\",\"reviser\":\"\",\"text\":\"x\"}",
        "{\"translator\":\"x\",\"reviser\":\"\",\"at\":" + TIME + "}",
        "{\"translator\":\"x\",\"reviser\":\"\",\"at\":" + IMPLAUSIBLE + ",\"text\":\"x\"}"
      })
  void rejectsATranslationWithoutItsParts(String json) {
    assertRejected(json, TranslationPlaintext.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mediaType\":\"x\",\"at\":" + TIME + "}",
        "{\"name\":\"x\",\"at\":" + TIME + "}",
        "{\"name\":\"x\",\"mediaType\":\"x\"}",
        "{\"name\":\"x\",\"mediaType\":\"x\",\"at\":" + IMPLAUSIBLE + "}"
      })
  void rejectsAFileWithoutNameTypeOrTime(String json) {
    assertRejected(json, AttachmentMetadata.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"at\":" + TIME + "}",
        "{\"text\":\"x\"}",
        "{\"at\":" + IMPLAUSIBLE + ",\"text\":\"x\"}",
        "{\"at\":" + TIME + ",\"text\":\"x\",\"phrases\":[null]}",
        "{\"at\":" + TIME + ",\"text\":\"x\",\"answers\":{\"a\":null}}"
      })
  void rejectsAMessageWithoutTimeTextOrAListElement(String json) {
    assertRejected(json, MessagePlaintext.class);
  }

  private static void assertRejected(String json, Class<?> type) {
    assertThatThrownBy(() -> ReportFormat.read(json.getBytes(StandardCharsets.UTF_8), type))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void storesTheTypedTextOnlyWhenItDiffersFromTheCompleteText() {
    MessageContent plain = MessageContent.ofText("hello", "nl");
    assertThat(MessagePlaintext.of(AT, plain, 0).typed()).isNull();
    MessageContent withPhrase =
        new MessageContent("hello", "nl", List.of("thanks"), Map.of(), "hello Thank you");
    assertThat(MessagePlaintext.of(AT, withPhrase, 0).typed()).isEqualTo("hello");
  }

  @Test
  void neverShowsContentAsText() {
    assertThat(new NotePlaintext("officer", AT, "secret")).hasToString("NotePlaintext");
    assertThat(new TranslationPlaintext("officer", "", AT, "secret"))
        .hasToString("TranslationPlaintext");
    assertThat(new AttachmentMetadata("secret", "text/plain", 1, true, true, AT))
        .hasToString("AttachmentMetadata");
    assertThat(MessagePlaintext.of(AT, MessageContent.ofText("secret", ""), 0))
        .hasToString("MessagePlaintext");
  }

  @Test
  void bindsAnAgendaItemToItsReportAndKind() {
    ReportOrigin origin = new ReportOrigin(ID, Optional.of("zilvervoort"));
    assertThat(origin.agendaItem(ID, "call"))
        .isEqualTo(
            new AssociatedData(
                "agenda-item", List.of(ID.toString(), "zilvervoort", ID.toString(), "call")));
    assertThat(KeyName.attachment(ID)).isEqualTo("attachment/" + ID);
  }
}
