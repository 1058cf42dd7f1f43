package nl.uitweg.report.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from the answers of a reporter: consent, urgency, and what may be stored. */
class ReportContentTest {

  private static final Instant SENT_AT = Instant.parse("2026-11-25T09:00:00Z");
  private static final Set<Question> IDENTIFYING =
      EnumSet.of(Question.NAME, Question.WAY, Question.HOURS, Question.VOICEMAIL);

  @Test
  void consentIsTheChoiceOfTheReporterAndOtherwiseUnknown() {
    assertThat(Consent.of(chosen(Question.CONTACT, "share"))).isEqualTo(Consent.SHARE);
    assertThat(Consent.of(chosen(Question.CONTACT, "contact"))).isEqualTo(Consent.CONTACT);
    assertThat(Consent.of(chosen(Question.CONTACT, "unknown"))).isEqualTo(Consent.UNKNOWN);
    assertThat(Consent.of(chosen(Question.CONTACT, "anything"))).isEqualTo(Consent.UNKNOWN);
    assertThat(Consent.of(chosen(Question.ROLE, "share"))).isEqualTo(Consent.UNKNOWN);
  }

  @Test
  void identifyingAnswersAreSeenAndSharedOnlyWithConsent() {
    assertThat(questions(Consent::identifies)).isEqualTo(IDENTIFYING);
    Set<Question> others = EnumSet.complementOf(EnumSet.copyOf(IDENTIFYING));
    Set<Question> all = EnumSet.allOf(Question.class);
    assertThat(questions(Consent.UNKNOWN::officerMaySee)).isEqualTo(others);
    assertThat(questions(Consent.CONTACT::officerMaySee)).isEqualTo(all);
    assertThat(questions(Consent.SHARE::officerMaySee)).isEqualTo(all);
    assertThat(questions(Consent.UNKNOWN::mayBeShared)).isEqualTo(others);
    assertThat(questions(Consent.CONTACT::mayBeShared)).isEqualTo(others);
    assertThat(questions(Consent.SHARE::mayBeShared)).isEqualTo(all);
  }

  private static Set<Question> questions(Predicate<Question> rule) {
    return Stream.of(Question.values()).filter(rule).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "SAFETY, yes, URGENT",
    "SAFETY, no, NORMAL",
    "SINCE, now, URGENT",
    "SINCE, past, NORMAL",
    "CHILDREN, yes, URGENT",
    "CHILDREN, no, NORMAL",
    "AGE, child, URGENT",
    "AGE, young, NORMAL"
  })
  void dangerNowOrAMinorIsUrgent(Question question, String option, Urgency urgency) {
    assertThat(Urgency.of(chosen(question, option))).isEqualTo(urgency);
  }

  @Test
  void remembersTheFirstChoiceAndEveryChoice() {
    ReportContent content =
        content(Map.of(Question.HOW, List.of("saw", "heard")), Map.of(Question.WHAT, "text"));
    assertThat(content.choice(Question.HOW)).contains("saw");
    assertThat(content.isChosen(Question.HOW, "heard")).isTrue();
    assertThat(content.isChosen(Question.HOW, "told")).isFalse();
    assertThat(content.choice(Question.SAFETY)).isEmpty();
    assertThat(content.isChosen(Question.SAFETY, "yes")).isFalse();
    assertThat(content.doubts()).isEmpty();
    ReportContent doubted = content.withDoubts(Set.of(Doubt.SENT_TOO_FAST));
    assertThat(doubted.doubts()).containsExactly(Doubt.SENT_TOO_FAST);
    assertThat(doubted.withDoubts(Set.of())).isEqualTo(content);
  }

  @Test
  void digestDependsOnTheAnswersOnly() {
    ReportContent content = chosen(Question.SAFETY, "yes");
    ReportContent laterInEnglish =
        new ReportContent("en", SENT_AT.plusSeconds(9), content.choices(), content.texts());
    assertThat(laterInEnglish.digest()).hasSize(32).isEqualTo(content.digest());
    assertThat(chosen(Question.SAFETY, "no").digest()).isNotEqualTo(content.digest());
    assertThat(content(content.choices(), Map.of(Question.WHAT, "x")).digest())
        .isNotEqualTo(content.digest());
  }

  @Test
  void acceptsAtMost200OptionsOfAQuestion() {
    List<String> most = Collections.nCopies(200, "option");
    assertThat(content(Map.of(Question.INDICATORS, most), Map.of()).choices())
        .containsEntry(Question.INDICATORS, most);
    List<String> tooMany = Collections.nCopies(201, "option");
    assertThatThrownBy(() -> content(Map.of(Question.INDICATORS, tooMany), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-11-25T09:00:00Z", "2199-12-31T00:00:00Z"})
  void acceptsAPlausibleTime(Instant moment) {
    assertThat(ReportFormat.requirePlausible(moment)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59Z", "2199-12-31T00:00:01Z"})
  void rejectsATimeThatThisApplicationNeverWrote(Instant moment) {
    assertThatThrownBy(() -> ReportFormat.requirePlausible(moment))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReportContent("nl", moment, Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsWhatItWroteAndIgnoresWhatALaterReleaseAdds() {
    ReportContent content =
        content(Map.of(Question.HOW, List.of("saw")), Map.of(Question.WHAT, "tekst"))
            .withDoubts(Set.of(Doubt.HONEYPOT_FILLED));
    String json = new String(ReportFormat.write(content), StandardCharsets.UTF_8);
    assertThat(read(json)).isEqualTo(content);
    assertThat(read(json.replaceFirst("\\{", "{\"later\":1,"))).isEqualTo(content);
    assertThat(read(json.replace("\"honeypot\"", "\"later\"")).doubts())
        .containsExactly(Doubt.UNKNOWN);
    assertThat(read(json.replace("[\"honeypot\"]", "null")).doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[]", "{\"language\":\"nl\"}"})
  void rejectsContentThatIsNoReport(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesToWriteWhatIsNotContent() {
    Map<String, Object> circular = new HashMap<>();
    circular.put("self", circular);
    assertThatThrownBy(() -> ReportFormat.write(circular))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void neverShowsContentAsText() {
    assertThat(content(Map.of(), Map.of(Question.WHAT, "secret"))).hasToString("ReportContent");
    assertThat(MessageContent.ofText("secret", "nl")).hasToString("MessageContent");
  }

  @Test
  void namesQuestionsStatesFormsAndDoubtsByKey() {
    assertThat(Question.REPLY_LANGUAGE.key()).isEqualTo("reply-language");
    assertThat(Question.of("reply-language")).contains(Question.REPLY_LANGUAGE);
    assertThat(Question.of("REPLY_LANGUAGE")).isEmpty();
    assertThat(ReportState.of("waiting-for-reporter")).isEqualTo(ReportState.WAITING_FOR_REPORTER);
    assertThatThrownBy(() -> ReportState.of("waiting"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Doubt.of("too-fast")).isEqualTo(Doubt.SENT_TOO_FAST);
    assertThat(Doubt.of("from the future")).isEqualTo(Doubt.UNKNOWN);
    assertThat(Question.FORMS.options())
        .containsExactly("labour", "sexual", "criminal", "begging", "organs", "unsure");
    assertThat(ExploitationForm.BEGGING.indicatorForm()).isEqualTo(ExploitationForm.CRIMINAL);
    assertThat(ExploitationForm.ORGANS.indicatorForm()).isEqualTo(ExploitationForm.ORGANS);
  }

  @ParameterizedTest
  @EnumSource(Question.class)
  void limitsTheLengthOfWordsAndOfNothingElse(Question question) {
    boolean words = question.kind() == Question.Kind.LINE || question.kind() == Question.Kind.TEXT;
    assertThat(question.isChoice()).isNotEqualTo(words);
    assertThat(question.maxLength() > 0).isEqualTo(words);
  }

  @Test
  void closedReportsNeedNoMoreHandling() {
    assertThat(
            Stream.of(ReportState.values())
                .filter(ReportState::isClosed)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(ReportState.CLOSED, ReportState.SPAM, ReportState.WITHDRAWN);
  }

  private static ReportContent read(String json) {
    return ReportFormat.read(json.getBytes(StandardCharsets.UTF_8), ReportContent.class);
  }

  private static ReportContent chosen(Question question, String option) {
    return content(Map.of(question, List.of(option)), Map.of());
  }

  private static ReportContent content(
      Map<Question, List<String>> choices, Map<Question, String> texts) {
    return new ReportContent("nl", SENT_AT, choices, texts);
  }
}
