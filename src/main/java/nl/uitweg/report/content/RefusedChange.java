package nl.uitweg.report.content;

/** A change of state that the table of transitions does not allow. */
public class RefusedChange extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ReportState from;

  public RefusedChange(ReportState from, ReportState to) {
    super("Not allowed: " + from.key() + " to " + to.key());
    this.from = from;
  }

  public ReportState from() {
    return from;
  }
}
