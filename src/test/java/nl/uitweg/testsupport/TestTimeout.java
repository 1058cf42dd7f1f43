package nl.uitweg.testsupport;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * The time for which tests wait for an expected result. It is long enough for a machine that is
 * busy with other work: it decides only how soon a failing test fails, never whether a test passes.
 */
public final class TestTimeout {

  /** Can be shortened while debugging: {@code -Dtests.timeout=PT20S}. */
  public static final Duration LIMIT = Duration.parse(System.getProperty("tests.timeout", "PT5M"));

  private TestTimeout() {}

  public static ConditionFactory await() {
    return Awaitility.await().atMost(LIMIT);
  }

  /**
   * As {@link #await()}.
   *
   * @param what description for the failure message
   */
  public static ConditionFactory await(String what) {
    return Awaitility.await(what).atMost(LIMIT);
  }
}
