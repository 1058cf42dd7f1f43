package nl.uitweg.report.content;

/** Thrown when the state of a report may not be changed, or when a report may not be taken. */
public class StateChangeNotAllowedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ReportState from;

  public StateChangeNotAllowedException(ReportState from, ReportState to) {
    super("State change not allowed: " + from.key() + " to " + to.key());
    this.from = from;
  }

  public ReportState from() {
    return from;
  }
}
