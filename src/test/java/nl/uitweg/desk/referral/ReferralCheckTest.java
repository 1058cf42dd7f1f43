package nl.uitweg.desk.referral;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.referral.Recipient;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that nothing is shared that the reporter did not allow, and what else is required. */
class ReferralCheckTest {

  private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
  private Optional<ReferralTarget> target = Optional.of(ReferralTarget.of(Recipient.POLICE));
  private String contact = "share";

  ReferralCheckTest() {
    form.putSingle("recipient", "police");
    form.putSingle("purpose", "investigate");
    form.putSingle("basis", "consent");
    form.put("field", List.of("what", "name", "safety"));
  }

  @Test
  void acceptsACompleteForm() {
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "recipient, '', recipient referral.problem-recipient",
    "purpose, '', purpose referral.problem-purpose",
    "purpose, anything, purpose referral.problem-purpose",
    "purpose, other, explanation referral.problem-explanation",
    "basis, '', basis referral.problem-basis",
    "basis, meldcode, basis referral.problem-basis-fit",
    "basis, stated, stated referral.problem-stated",
    "basis, victim, stated referral.problem-stated",
    "text-what, '', field-what referral.problem-text"
  })
  void namesWhatIsMissingOrDoesNotFit(String field, String value, String problem) {
    form.putSingle(field, value);
    if (field.equals("recipient")) {
      target = Optional.empty();
    }
    assertThat(problems()).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource({"explanation, 2000", "stated, 500", "text-what, 20000", "translation-what, 20000"})
  void limitsTheLengthOfTexts(String field, int most) {
    form.putSingle(field, "x".repeat(most));
    assertThat(problems()).isEmpty();
    form.putSingle(field, "x".repeat(most + 1));
    assertThat(problems()).hasSize(1);
  }

  @Test
  void acceptsAnExplainedPurposeAndBasis() {
    form.putSingle("purpose", "other");
    form.putSingle("explanation", "because");
    form.putSingle("basis", "stated");
    form.putSingle("stated", "article 1");
    assertThat(problems()).isEmpty();
  }

  @Test
  void refusesToShareWhatTheReporterDidNotAllow() {
    form.putSingle("basis", "stated");
    form.putSingle("stated", "article 1");
    for (String withoutPermission : List.of("contact", "unknown")) {
      contact = withoutPermission;
      assertThat(problems()).containsExactly("fields referral.problem-consent");
      assertThat(ReferralCheck.requestsForbiddenField(read(), content())).isTrue();
    }
    form.put("field", List.of("what"));
    assertThat(problems()).isEmpty();
    assertThat(ReferralCheck.requestsForbiddenField(read(), content())).isFalse();
  }

  @Test
  void requiresConsentOfTheReporterForThatBasis() {
    form.put("field", List.of("what"));
    contact = "contact";
    assertThat(problems()).containsExactly("basis referral.problem-basis-fit");
  }

  @Test
  void requiresSomethingToShareThatWasAnswered() {
    form.put("field", List.of());
    assertThat(problems()).containsExactly("fields referral.problem-fields");
    form.put("message", List.of("some message"));
    assertThat(problems()).isEmpty();
    form.put("field", List.of("place", "since"));
    assertThat(problems())
        .containsExactly("fields referral.problem-fields", "fields referral.problem-fields");
  }

  @ParameterizedTest
  @EnumSource(Recipient.class)
  void keepsTheIdentityFromThoseWhoDoNotHelpVictims(Recipient recipient) {
    boolean mayReceive = recipient != Recipient.RIEC && recipient != Recipient.MMA;
    Optional<ReferralTarget> to = Optional.of(ReferralTarget.of(recipient));
    assertThat(ReferralOptions.mayReceiveIdentity(to)).isEqualTo(mayReceive);
    target = to;
    assertThat(problems().contains("fields referral.problem-who")).isNotEqualTo(mayReceive);
    form.put("field", List.of("what"));
    assertThat(problems()).doesNotContain("fields referral.problem-who");
  }

  @ParameterizedTest
  @EnumSource(Recipient.class)
  void requiresTheBasisThatFitsTheRecipient(Recipient recipient) {
    Optional<ReferralTarget> to = Optional.of(ReferralTarget.of(recipient));
    boolean registersVictims = recipient == Recipient.COMENSHA;
    assertThat(ReferralOptions.isBasisValid("victim", Consent.UNKNOWN, to)).isTrue();
    assertThat(ReferralOptions.isBasisValid("consent", Consent.SHARE, to))
        .isNotEqualTo(registersVictims);
    assertThat(ReferralOptions.isBasisValid("consent", Consent.CONTACT, to)).isFalse();
    assertThat(ReferralOptions.isBasisValid("stated", Consent.UNKNOWN, to))
        .isNotEqualTo(registersVictims);
    assertThat(ReferralOptions.isBasisValid("meldcode", Consent.UNKNOWN, to))
        .isEqualTo(recipient == Recipient.VEILIG_THUIS);
  }

  @Test
  void asksForAnExplanationOfTwoBasesOnly() {
    assertThat(ReferralOptions.BASES.stream().filter(ReferralOptions::requiresExplanation))
        .containsExactlyInAnyOrder("victim", "stated");
    assertThat(Stream.of(Recipient.values()).map(ReferralOptions::usualPurpose))
        .allMatch(ReferralOptions.PURPOSES::contains);
    assertThat(ReferralOptions.usualPurpose(Recipient.POLICE)).isEqualTo("investigate");
  }

  private List<String> problems() {
    return ReferralCheck.problems(read(), target, content()).stream()
        .map(problem -> problem.anchor() + " " + problem.key())
        .toList();
  }

  private ReferralForm read() {
    return ReferralForm.read(form, content());
  }

  private ReportContent content() {
    return new ReportContent(
        "en",
        Instant.EPOCH,
        Map.of(Question.CONTACT, List.of(contact), Question.SAFETY, List.of("no")),
        Map.of(Question.WHAT, "what happens", Question.NAME, "a name"));
  }
}
