package nl.uitweg.testsupport;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long tests wait for what must come. Long enough for a machine that is busy with other work:
 * it decides only how soon a failure is told, never whether a test passes.
 */
public final class Patience {

  /** Who looks for a fault shortens it: {@code -Dtests.patience=PT20S}. */
  public static final Duration LIMIT = Duration.parse(System.getProperty("tests.patience", "PT5M"));

  private Patience() {}

  public static ConditionFactory await() {
    return Awaitility.await().atMost(LIMIT);
  }

  /** With words for the failure. */
  public static ConditionFactory await(String what) {
    return Awaitility.await(what).atMost(LIMIT);
  }
}
