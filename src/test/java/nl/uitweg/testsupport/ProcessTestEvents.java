package nl.uitweg.testsupport;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Saves evidence of failed tests that start the application as a process; {@link ServerTestEvents}
 * is its counterpart for tests that use the shared servers.
 */
public final class ProcessTestEvents
    implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  @Override
  public void beforeEach(ExtensionContext context) {
    FailureEvidence.testBegins();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    FailureEvidence.testEnds(
        context.getRequiredTestClass().getSimpleName()
            + "."
            + context.getRequiredTestMethod().getName(),
        context.getExecutionException().isPresent());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    OpenContexts.closeFinished();
  }
}
