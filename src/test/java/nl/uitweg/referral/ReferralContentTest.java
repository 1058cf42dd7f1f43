package nl.uitweg.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a referral contains, and to what its sealed content is bound. */
class ReferralContentTest {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");
  private static final UUID REPORT = UUID.fromString("11111111-6f5d-4a5e-9d8e-0123456789ab");
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00.123456789Z");
  private static final SharedMessage MESSAGE =
      new SharedMessage(
          true,
          LocalDate.of(2026, 11, 25),
          List.of("Bedankt."),
          List.of(new SharedMessage.ClosedAnswer("Bent u veilig?", "ja")),
          "text",
          "nl",
          false,
          "");

  @Test
  void isBoundToItsPlaintextColumns() {
    Referral referral = new Referral(ID, REPORT, Recipient.MUNICIPALITY, "lindestede", AT);
    assertThat(referral.associatedData())
        .isEqualTo(
            new AssociatedData(
                "referral",
                List.of(
                    ID.toString(),
                    REPORT.toString(),
                    "municipality",
                    "lindestede",
                    "2026-11-25T09:00:00.123456Z")));
    assertThat(referral.noteAssociatedData(REPORT, 2))
        .isEqualTo(
            new AssociatedData("referral-note", List.of(ID.toString(), REPORT.toString(), "2")));
    assertThat(referral.id()).isEqualTo(ID);
    assertThat(referral.reportId()).isEqualTo(REPORT);
    assertThat(referral.recipient()).isEqualTo(Recipient.MUNICIPALITY);
    assertThat(referral.receiver()).contains("lindestede");
    assertThat(referral.referredAt()).isEqualTo(Instant.parse("2026-11-25T09:00:00.123456Z"));
    Referral onPaper = new Referral(ID, REPORT, Recipient.POLICE, null, AT);
    assertThat(onPaper.receiver()).isEmpty();
    assertThat(onPaper.associatedData().parts()).contains("police", "");
  }

  @Test
  void listsTheSharedQuestionsInTheOrderOfTheForm() {
    ReferralContent content =
        content(
            Map.of(Question.AGE, List.of("adult"), Question.SAFETY, List.of("no")),
            Map.of(Question.WHAT, "text"));
    assertThat(content.questions()).containsExactly(Question.SAFETY, Question.WHAT, Question.AGE);
    assertThat(content(Map.of(), Map.of()).questions()).isEmpty();
  }

  @Test
  void readsWhatItWroteAlsoFromBeforeMessagesCouldBeShared() {
    ReferralContent content = content(Map.of(), Map.of(Question.WHAT, "text"));
    String json = new String(ReportFormat.write(content), StandardCharsets.UTF_8);
    assertThat(read(json, ReferralContent.class)).isEqualTo(content);
    String earlier =
        json.replaceFirst(",\"translations\":\\{.*?\\}", "")
            .replaceFirst(",\"messages\":\\[.*\\]", "");
    assertThat(earlier).doesNotContain("translations", "messages");
    ReferralContent read = read(earlier, ReferralContent.class);
    assertThat(read.translations()).isEmpty();
    assertThat(read.messages()).isEmpty();
    assertThat(read.texts()).isEqualTo(content.texts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "phrases", "answers", "text", "language", "translation"})
  void rejectsAMessageThatLacksAPart(String part) {
    String json = new String(ReportFormat.write(MESSAGE), StandardCharsets.UTF_8);
    assertThat(read(json, SharedMessage.class)).isEqualTo(MESSAGE);
    String incomplete = json.replace("\"" + part + "\"", "\"other\"");
    assertThatThrownBy(() -> read(incomplete, SharedMessage.class))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void showsOnlyACleanedImageAsAPicture() {
    assertThat(file("image/jpeg", true).isCleanedImage()).isTrue();
    assertThat(file("image/jpeg", false).isCleanedImage()).isFalse();
    assertThat(file("text/plain", true).isCleanedImage()).isFalse();
    assertThat(SharedFile.unreadable(ID))
        .isEqualTo(new SharedFile(ID, "", "", 0, false, false, false));
  }

  private static SharedFile file(String type, boolean cleaned) {
    return new SharedFile(ID, "bijlage-1", type, 1, cleaned, true, true);
  }

  @ParameterizedTest
  @EnumSource(Recipient.class)
  void findsARecipientByItsKey(Recipient recipient) {
    assertThat(Recipient.of(recipient.key())).contains(recipient);
    assertThat(recipient.key()).matches("[a-z]+(-[a-z]+)*");
    assertThat(Recipient.of(recipient.name())).isEmpty();
  }

  @Test
  void neverShowsContentAsText() {
    assertThat(content(Map.of(), Map.of(Question.WHAT, "secret"))).hasToString("ReferralContent");
    assertThat(MESSAGE).hasToString("SharedMessage");
    assertThat(MESSAGE.answers().get(0)).hasToString("ClosedAnswer");
    assertThat(new ReferralContent.Justification("help", "secret", "consent", ""))
        .hasToString("Justification");
  }

  private static <T> T read(String json, Class<T> type) {
    return ReportFormat.read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  private static ReferralContent content(
      Map<Question, List<String>> choices, Map<Question, String> texts) {
    return new ReferralContent(
        "k7mx-2pqa",
        "officer",
        "zilvervoort",
        Instant.EPOCH,
        new ReferralContent.Justification("help", "", "consent", ""),
        "nl",
        "share",
        choices,
        texts,
        List.of(),
        Map.of(Question.WHAT, "tekst"),
        List.of(MESSAGE));
  }
}
