package nl.uitweg.report.content;

/** How soon a report must be read; order is the order of the inbox. */
public enum Urgency {
  URGENT,
  NORMAL;

  /** Urgent when the reporter sees danger now, or when children are harmed. */
  public static Urgency of(ReportContent content) {
    boolean danger = content.chosen(Question.SAFETY, "yes");
    boolean children = content.chosen(Question.CHILDREN, "yes");
    return danger || children ? URGENT : NORMAL;
  }
}
