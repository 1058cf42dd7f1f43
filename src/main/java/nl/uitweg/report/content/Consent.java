package nl.uitweg.report.content;

import java.util.Set;

/** What a reporter allowed with who they are; decides, per question, who may see the answer. */
public enum Consent {
  /** Stays unknown: what could say who they are is not kept, and not shown if it were. */
  UNKNOWN,
  /** May be contacted by the municipality, and by nobody else. */
  CONTACT,
  /** May be passed on to who can help. */
  SHARE;

  private static final Set<Question> WHO =
      Set.of(Question.NAME, Question.WAY, Question.HOURS, Question.VOICEMAIL);

  public static Consent of(ReportContent content) {
    if (content.chosen(Question.CONTACT, "share")) {
      return SHARE;
    }
    return content.chosen(Question.CONTACT, "contact") ? CONTACT : UNKNOWN;
  }

  /** Whether the answer says who the reporter is, or how to reach them. */
  public static boolean identifies(Question question) {
    return WHO.contains(question);
  }

  /** Whether an officer may see the answer, giving a reason where it identifies. */
  public boolean officerMaySee(Question question) {
    return this != UNKNOWN || !identifies(question);
  }

  /** Whether the answer may leave the municipality. */
  public boolean mayPassOn(Question question) {
    return this == SHARE || !identifies(question);
  }
}
