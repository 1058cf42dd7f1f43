package nl.uitweg.desk.referral;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/**
 * What the officer filled in, as it came; {@link ReferralCheck} says what is wrong with it.
 *
 * @param draft random name of this filling in, so that sending twice is handing over once
 * @param fields the ticked questions
 * @param texts free texts as the officer made them fit to share
 * @param files ids of the ticked files
 */
record ReferralForm(
    String draft,
    String recipient,
    String purpose,
    String explanation,
    String basis,
    String stated,
    Set<Question> fields,
    Map<Question, String> texts,
    Set<String> files) {

  private static final String TEXT = "text-";

  /** An empty form: nothing is shared unless the officer chooses it. */
  static ReferralForm empty(ReportContent content) {
    return new ReferralForm(
        UUID.randomUUID().toString(), "", "", "", "", "", Set.of(), content.texts(), Set.of());
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
                        : lines(
                            Optional.ofNullable(form.getFirst(TEXT + question.key()))
                                .orElse(text))));
    return new ReferralForm(
        first(form, "draft"),
        first(form, "recipient"),
        first(form, "purpose"),
        first(form, "explanation"),
        first(form, "basis"),
        first(form, "stated"),
        fields,
        texts,
        Set.copyOf(form.getOrDefault("file", List.of())));
  }

  /** Browsers send CR LF, reports hold LF. */
  static String lines(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  private static String first(MultivaluedMap<String, String> form, String name) {
    return lines(Optional.ofNullable(form.getFirst(name)).orElse(""));
  }

  @Override
  public String toString() {
    return "ReferralForm";
  }
}
