package nl.uitweg.signal;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * What came of a report, chosen by the officer who closes it; a blind index, as labels are. Only a
 * closed report has one. Callers open the transaction.
 */
@Singleton
public class Outcomes {

  /** Keys, in the order of the list; one in use keeps its meaning. */
  public static final List<String> ALL =
      List.of(
          "help", "investigation", "municipality", "elsewhere", "unfounded", "too-little", "other");

  private final Facets facets;

  Outcomes(Facets facets) {
    this.facets = facets;
  }

  /** Forgets the outcome of before; notes the new one when it is one of {@link #ALL}. */
  public void note(Signal signal, String outcome) {
    of(signal).ifPresent(old -> facets.remove(signal.id(), Facets.OUTCOME, old));
    if (signal.state() == SignalState.CLOSED && ALL.contains(outcome)) {
      facets.add(signal.id(), Facets.OUTCOME, outcome);
    }
  }

  public Optional<String> of(Signal signal) {
    return facets
        .of(List.of(signal.id()), Facets.OUTCOME, ALL)
        .getOrDefault(signal.id(), List.of())
        .stream()
        .findFirst();
  }
}
