package nl.uitweg.report.content;

import java.util.Set;

/**
 * What the reporter allows to be done with their identity. Decides, per question, who may see the
 * answer.
 */
public enum Consent {
  /** The reporter stays unknown: identifying answers are not stored, and would not be shown. */
  UNKNOWN,
  /** The municipality may contact the reporter; nobody else may. */
  CONTACT,
  /** The identity may be shared with organisations that can help. */
  SHARE;

  private static final Set<Question> IDENTIFYING_QUESTIONS =
      Set.of(Question.NAME, Question.WAY, Question.HOURS, Question.VOICEMAIL);

  public static Consent of(ReportContent content) {
    if (content.isChosen(Question.CONTACT, "share")) {
      return SHARE;
    }
    return content.isChosen(Question.CONTACT, "contact") ? CONTACT : UNKNOWN;
  }

  /** Whether the answer identifies the reporter or says how to reach them. */
  public static boolean identifies(Question question) {
    return IDENTIFYING_QUESTIONS.contains(question);
  }

  /**
   * Whether an officer may see the answer. For an identifying answer the officer must also give a
   * reason.
   */
  public boolean officerMaySee(Question question) {
    return this != UNKNOWN || !identifies(question);
  }

  /** Whether the answer may be shared outside the municipality. */
  public boolean mayBeShared(Question question) {
    return this == SHARE || !identifies(question);
  }
}
