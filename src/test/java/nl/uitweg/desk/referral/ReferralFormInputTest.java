package nl.uitweg.desk.referral;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.desk.ReportTextsForTests;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.referral.Recipient;
import nl.uitweg.report.Report;
import nl.uitweg.report.ReportExamples;
import nl.uitweg.report.Translations.Translation;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.testsupport.TestRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what an officer enters to refer a report, and to whom it can be referred. */
class ReferralFormInputTest {

  private static final ReportContent CONTENT =
      new ReportContent(
          "en",
          Instant.EPOCH,
          Map.of(),
          Map.of(Question.WHAT, "what happens", Question.NAME, "a name"));

  @TempDir Path keys;

  private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

  @Test
  void readsTheFieldsThatWereEntered() {
    form.putSingle("draft", " id ");
    form.putSingle("recipient", "police");
    form.putSingle("purpose", "help");
    form.putSingle("explanation", "one\r\ntwo ");
    form.putSingle("basis", "stated");
    form.putSingle("stated", "article 1");
    form.put("field", List.of("what", "nonsense", "name"));
    form.putSingle("text-what", " edited ");
    form.putSingle("translation-what", "vertaald");
    form.put("file", List.of("file id"));
    ReferralForm read = ReferralForm.read(form, CONTENT);
    assertThat(read.draftId()).isEqualTo("id");
    assertThat(read.recipient()).isEqualTo("police");
    assertThat(read.justification().purpose()).isEqualTo("help");
    assertThat(read.justification().explanation()).isEqualTo("one\ntwo");
    assertThat(read.justification().basis()).isEqualTo("stated");
    assertThat(read.justification().basisExplanation()).isEqualTo("article 1");
    assertThat(read.fields()).containsExactly(Question.WHAT, Question.NAME);
    assertThat(read.texts()).containsEntry(Question.WHAT, "edited");
    assertThat(read.translations()).containsOnly(Map.entry(Question.WHAT, "vertaald"));
    assertThat(read.files()).containsExactly("file id");
    assertThat(read).hasToString("ReferralForm");
  }

  @Test
  void changesAndTranslatesNoIdentifyingAnswer() {
    form.putSingle("text-name", "another name");
    form.putSingle("translation-name", "another name");
    form.putSingle("text-place", "an answer that the report does not have");
    ReferralForm read = ReferralForm.read(form, CONTENT);
    assertThat(read.texts()).isEqualTo(CONTENT.texts());
    assertThat(read.translations()).isEmpty();
  }

  @Test
  void readsWhatConcernsMessages() {
    form.put("message", List.of("1", "2"));
    form.putSingle("message-text-1", "edited\r\n");
    form.putSingle("message-translation-1", "vertaald");
    form.put("message-text-2", List.of());
    MessageInput messages = ReferralForm.read(form, CONTENT).messages();
    assertThat(messages.chosen()).containsExactlyInAnyOrder("1", "2");
    assertThat(messages.texts()).containsOnly(Map.entry("1", "edited"));
    assertThat(messages.translations()).containsOnly(Map.entry("1", "vertaald"));
    assertThat(messages).hasToString("MessageInput");
  }

  @Test
  void beginsWithNothingTickedAndTheTranslationsThatWereKept() {
    UUID message = UUID.randomUUID();
    KeptTranslations kept =
        KeptTranslations.of(
            Map.of(
                "what",
                new Translation("officer", "", Instant.EPOCH, "wat", true),
                message.toString(),
                new Translation("officer", "", Instant.EPOCH, "bericht", true),
                "place",
                Translation.UNREADABLE));
    assertThat(kept.answers()).containsOnly(Map.entry(Question.WHAT, "wat"));
    assertThat(kept.messages()).containsOnly(Map.entry(message.toString(), "bericht"));
    assertThat(kept).hasToString("KeptTranslations");
    ReferralForm initial =
        ReferralForm.initial(
            CONTENT, Optional.of(ReferralTarget.of(Recipient.POLICE)), Optional.empty(), kept);
    assertThat(initial.fields()).isEmpty();
    assertThat(initial.files()).isEmpty();
    assertThat(initial.texts()).isEqualTo(CONTENT.texts());
    assertThat(initial.translations()).isEqualTo(kept.answers());
    assertThat(initial.messages()).isEqualTo(MessageInput.translated(kept.messages()));
    assertThat(initial.messages().chosen()).isEmpty();
    assertThat(initial.recipient()).isEqualTo("police");
    assertThat(initial.justification().purpose()).isEqualTo("investigate");
    ReferralForm withPurpose =
        ReferralForm.initial(CONTENT, Optional.empty(), Optional.of("help"), kept);
    assertThat(withPurpose.recipient()).isEmpty();
    assertThat(withPurpose.justification().purpose()).isEqualTo("help");
    assertThat(withPurpose.draftId()).isNotEqualTo(initial.draftId());
    ReferralForm empty =
        ReferralForm.initial(CONTENT, Optional.empty(), Optional.empty(), KeptTranslations.NONE);
    assertThat(empty.justification().purpose()).isEmpty();
  }

  @Test
  void asksForATranslationOfEveryLanguageButDutch() {
    assertThat(new FreeText("x", "nl", "").translatable()).isFalse();
    assertThat(new FreeText("x", "en", "").translatable()).isTrue();
    assertThat(new FreeText("x", "", "").translatable()).isTrue();
    assertThat(new FreeText("secret", "en", "secret")).hasToString("FreeText");
  }

  @Test
  void offersTheOtherMunicipalitiesAndWhoHasAKeyset() throws IOException {
    KeyFolder.createIfMissing(keys, TestRegion.REGION.ids());
    Report report = ReportExamples.sentTo("zilvervoort");
    assertThat(options().targets(report).stream().map(ReferralTarget::value))
        .hasSize(Recipient.values().length - 1 + TestRegion.REGION.ids().size() - 1)
        .startsWith("care")
        .contains("police", "municipality-lindestede")
        .doesNotContain("municipality-zilvervoort", "municipality");
    assertThat(options().target("municipality-lindestede", report))
        .contains(ReferralTarget.municipality("lindestede"));
    assertThat(options().target("municipality-zilvervoort", report)).isEmpty();
    Files.delete(keys.resolve("public/lindestede.public.json"));
    Files.delete(keys.resolve("public/care.public.json"));
    assertThat(options().target("municipality-lindestede", report)).isEmpty();
    assertThat(options().target("care", report)).isEmpty();
    assertThat(options().target("police", report)).isPresent();
  }

  @Test
  void linksToTheFormWhenTheReportCanBeReferred() {
    KeyFolder.createIfMissing(keys, TestRegion.REGION.ids());
    Report report = ReportExamples.sentTo("zilvervoort");
    String page = "/backoffice/reports/" + report.id() + "/referral";
    assertThat(options().formFor("lindestede", report, ""))
        .contains(page + "?to=municipality-lindestede");
    assertThat(options().formFor("lindestede", report, "?from=x"))
        .contains(page + "?from=x&to=municipality-lindestede");
    assertThat(options().formFor("zilvervoort", report, "")).isEmpty();
    assertThat(options().formFor("lindestede", ReportExamples.inState(ReportState.CLOSED), ""))
        .isEmpty();
  }

  private ReferralOptions options() {
    return new ReferralOptions(
        TestRegion.REGION,
        Sealer.read(keys.resolve("public")),
        ReportTextsForTests.of(TestRegion.REGION));
  }
}
