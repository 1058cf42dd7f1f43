package nl.uitweg.desk.referral;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/**
 * The input of the officer in the referral form, not validated yet; {@link ReferralCheck} validates
 * it.
 *
 * @param draftId random id of this form, so that sending the form twice creates one referral
 * @param fields the ticked questions
 * @param texts free texts as the officer edited them for sharing
 * @param translations the officer's own translations of these texts into Dutch
 * @param messages the messages of the conversation
 * @param files ids of the ticked files
 */
record ReferralForm(
    String draftId,
    String recipient,
    ReferralContent.Justification justification,
    Set<Question> fields,
    Map<Question, String> texts,
    Map<Question, String> translations,
    MessageInput messages,
    Set<String> files) {

  static final String TEXT_FIELD_PREFIX = "text-";
  static final String TRANSLATION_FIELD_PREFIX = "translation-";

  /**
   * A form in which no question or file is ticked, with the free texts of the report to edit.
   *
   * @param target the chosen recipient
   * @param purpose key of the chosen purpose; empty for the usual purpose for the recipient
   * @param kept the translations that officers wrote in the case file
   */
  static ReferralForm initial(
      ReportContent content,
      Optional<ReferralTarget> target,
      Optional<String> purpose,
      KeptTranslations kept) {
    return new ReferralForm(
        UUID.randomUUID().toString(),
        target.map(ReferralTarget::value).orElse(""),
        new ReferralContent.Justification(
            purpose
                .or(() -> target.map(to -> ReferralOptions.usualPurpose(to.recipient())))
                .orElse(""),
            "",
            "",
            ""),
        Set.of(),
        content.texts(),
        kept.answers(),
        MessageInput.translated(kept.messages()),
        Set.of());
  }

  static ReferralForm read(MultivaluedMap<String, String> form, ReportContent content) {
    Set<Question> fields = EnumSet.noneOf(Question.class);
    for (String key : form.getOrDefault("field", List.of())) {
      Question.of(key).ifPresent(fields::add);
    }
    Map<Question, String> texts = new EnumMap<>(Question.class);
    content
        .texts()
        .forEach(
            (question, text) ->
                texts.put(
                    question,
                    Consent.identifies(question)
                        ? text
                        : normaliseLines(
                            Optional.ofNullable(form.getFirst(TEXT_FIELD_PREFIX + question.key()))
                                .orElse(text))));
    return new ReferralForm(
        value(form, "draft"),
        value(form, "recipient"),
        new ReferralContent.Justification(
            value(form, "purpose"),
            value(form, "explanation"),
            value(form, "basis"),
            value(form, "stated")),
        fields,
        texts,
        translations(form, content),
        MessageInput.read(form),
        Set.copyOf(form.getOrDefault("file", List.of())));
  }

  private static Map<Question, String> translations(
      MultivaluedMap<String, String> form, ReportContent content) {
    Map<Question, String> translations = new EnumMap<>(Question.class);
    for (Question question : content.texts().keySet()) {
      String translation = value(form, TRANSLATION_FIELD_PREFIX + question.key());
      if (!Consent.identifies(question) && !translation.isEmpty()) {
        translations.put(question, translation);
      }
    }
    return translations;
  }

  /** Replaces the CR LF that browsers send by LF, as in reports, and strips white space. */
  static String normaliseLines(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  private static String value(MultivaluedMap<String, String> form, String name) {
    return normaliseLines(Optional.ofNullable(form.getFirst(name)).orElse(""));
  }

  @Override
  public String toString() {
    return "ReferralForm";
  }
}
