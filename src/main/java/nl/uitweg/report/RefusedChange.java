package nl.uitweg.report;

/** A change of state that the table of transitions does not allow. */
public class RefusedChange extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final SignalState from;

  RefusedChange(SignalState from, SignalState to) {
    super("Not allowed: " + from.key() + " to " + to.key());
    this.from = from;
  }

  public SignalState from() {
    return from;
  }
}
