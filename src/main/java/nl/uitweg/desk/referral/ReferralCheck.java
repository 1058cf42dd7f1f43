package nl.uitweg.desk.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/**
 * Validates a {@link ReferralForm}. Above all, it checks that the form shares nothing that the
 * reporter did not allow.
 */
final class ReferralCheck {

  private static final int MAX_EXPLANATION_CHARACTERS = 2_000;
  private static final int MAX_BASIS_EXPLANATION_CHARACTERS = 500;
  private static final int MAX_TEXT_CHARACTERS = 20_000;

  private ReferralCheck() {}

  /**
   * @param anchor id of the field on the page
   * @param key key of the error text
   */
  record Problem(String anchor, String key) {}

  /**
   * The problems of a form, in the order of its fields; empty when it may be sent.
   *
   * @param target the chosen recipient; empty when the report cannot be referred to it
   */
  static List<Problem> problems(
      ReferralForm form, Optional<ReferralTarget> target, ReportContent content) {
    List<Problem> problems = new ArrayList<>();
    Consent consent = Consent.of(content);
    if (target.isEmpty()) {
      problems.add(new Problem("recipient", "referral.problem-recipient"));
    }
    if (!ReferralOptions.PURPOSES.contains(form.justification().purpose())) {
      problems.add(new Problem("purpose", "referral.problem-purpose"));
    }
    boolean explanationMissing =
        form.justification().purpose().equals(ReferralOptions.OTHER)
            && form.justification().explanation().isEmpty();
    if (explanationMissing
        || form.justification().explanation().length() > MAX_EXPLANATION_CHARACTERS) {
      problems.add(new Problem("explanation", "referral.problem-explanation"));
    }
    if (!ReferralOptions.BASES.contains(form.justification().basis())) {
      problems.add(new Problem("basis", "referral.problem-basis"));
    } else if (!ReferralOptions.isBasisValid(form.justification().basis(), consent, target)) {
      problems.add(new Problem("basis", "referral.problem-basis-fit"));
    }
    boolean basisExplanationMissing =
        ReferralOptions.requiresExplanation(form.justification().basis())
            && form.justification().basisExplanation().isEmpty();
    if (basisExplanationMissing
        || form.justification().basisExplanation().length() > MAX_BASIS_EXPLANATION_CHARACTERS) {
      problems.add(new Problem("stated", "referral.problem-stated"));
    }
    checkFields(form, content, consent, problems);
    if (!ReferralOptions.mayReceiveIdentity(target)
        && form.fields().stream().anyMatch(Consent::identifies)) {
      problems.add(new Problem("fields", "referral.problem-who"));
    }
    return problems;
  }

  /**
   * Whether the form contains a field that the reporter does not allow to be shared. The form that
   * the desk shows cannot contain one, so such a request was forged.
   */
  static boolean requestsForbiddenField(ReferralForm form, ReportContent content) {
    return form.fields().stream().anyMatch(question -> !Consent.of(content).mayBeShared(question));
  }

  private static void checkFields(
      ReferralForm form, ReportContent content, Consent consent, List<Problem> problems) {
    if (form.fields().isEmpty() && form.messages().chosen().isEmpty()) {
      problems.add(new Problem("fields", "referral.problem-fields"));
    }
    for (Question question : form.fields()) {
      String anchor = "field-" + question.key();
      if (!consent.mayBeShared(question)) {
        problems.add(new Problem("fields", "referral.problem-consent"));
      } else if (!isAnswered(content, question)) {
        problems.add(new Problem("fields", "referral.problem-fields"));
      } else if (!question.isChoice()) {
        String text = form.texts().getOrDefault(question, "");
        if (text.isEmpty() || isTooLong(text)) {
          problems.add(new Problem(anchor, "referral.problem-text"));
        }
        if (isTooLong(form.translations().getOrDefault(question, ""))) {
          problems.add(new Problem(anchor, "referral.problem-translation"));
        }
      }
    }
  }

  /** Whether a text is too long to share. */
  static boolean isTooLong(String text) {
    return text.length() > MAX_TEXT_CHARACTERS;
  }

  static boolean isAnswered(ReportContent content, Question question) {
    return question.isChoice()
        ? !content.choices().getOrDefault(question, List.of()).isEmpty()
        : !content.texts().getOrDefault(question, "").isEmpty();
  }
}
