package nl.uitweg.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares all state changes, for every pair of states and both actors, with the complete list in
 * this class.
 */
class TransitionsTest {

  private static final Set<String> OFFICER =
      Set.of(
          "new in-progress",
          "new referred",
          "new closed",
          "new spam",
          "in-progress waiting-for-reporter",
          "in-progress referred",
          "in-progress closed",
          "in-progress spam",
          "waiting-for-reporter in-progress",
          "waiting-for-reporter referred",
          "waiting-for-reporter closed",
          "referred in-progress",
          "referred closed",
          "closed reopened",
          "reopened in-progress",
          "reopened waiting-for-reporter",
          "reopened referred",
          "reopened closed",
          "spam new",
          "withdrawn closed",
          "withdrawn reopened");

  private static final Set<String> REPORTER =
      Set.of(
          "new withdrawn",
          "in-progress withdrawn",
          "waiting-for-reporter in-progress",
          "waiting-for-reporter withdrawn",
          "referred withdrawn",
          "reopened withdrawn");

  @Test
  void officersMayMakeExactlyTheListedChanges() {
    assertThat(allowed(Transitions.Actor.OFFICER)).isEqualTo(OFFICER);
  }

  @Test
  void reportersMayMakeExactlyTheListedChanges() {
    assertThat(allowed(Transitions.Actor.REPORTER)).isEqualTo(REPORTER);
  }

  private static Set<String> allowed(Transitions.Actor actor) {
    Set<String> changes = new TreeSet<>();
    for (ReportState from : ReportState.values()) {
      for (ReportState to : ReportState.values()) {
        if (Transitions.allowed(from, to, actor)) {
          changes.add(from.key() + " " + to.key());
        }
      }
    }
    return changes;
  }
}
