package nl.uitweg.report.content;

/** Thrown when {@link Transitions} does not allow a change of state. */
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
