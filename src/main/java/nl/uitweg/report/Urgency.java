package nl.uitweg.report;

/** How soon a report must be read; order is the order of the inbox. */
public enum Urgency {
  URGENT,
  NORMAL;

  /** Urgent when the reporter sees danger now, or when children are harmed. */
  static Urgency of(ReportContent report) {
    boolean danger = report.chosen(Question.SAFETY, "yes");
    boolean children = report.chosen(Question.CHILDREN, "yes");
    return danger || children ? URGENT : NORMAL;
  }
}
