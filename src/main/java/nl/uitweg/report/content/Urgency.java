package nl.uitweg.report.content;

/** How urgently a report must be read; declared in the order of the inbox. */
public enum Urgency {
  URGENT,
  NORMAL;

  /**
   * Urgent when the reporter states that somebody is in danger, that it happens now, or that a
   * minor is involved.
   */
  public static Urgency of(ReportContent content) {
    boolean danger = content.isChosen(Question.SAFETY, "yes");
    boolean now = content.isChosen(Question.SINCE, "now");
    boolean minor =
        content.isChosen(Question.CHILDREN, "yes") || content.isChosen(Question.AGE, "child");
    return danger || now || minor ? URGENT : NORMAL;
  }
}
