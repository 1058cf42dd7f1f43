package nl.uitweg.report.content;

/** How urgently a report must be read; declared in the order of the inbox. */
public enum Urgency {
  URGENT,
  NORMAL;

  /** Urgent when the reporter states that somebody is in danger now or that children are harmed. */
  public static Urgency of(ReportContent content) {
    boolean danger = content.isChosen(Question.SAFETY, "yes");
    boolean children = content.isChosen(Question.CHILDREN, "yes");
    return danger || children ? URGENT : NORMAL;
  }
}
