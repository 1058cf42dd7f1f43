package nl.uitweg.testsupport;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Around every class that uses the shared servers: it starts without reports, so that what it looks
 * for is on the first page of the inbox; and a failed test leaves its {@link FailureEvidence}.
 */
public final class ServerTestEvents
    implements QuarkusTestBeforeClassCallback,
        QuarkusTestBeforeEachCallback,
        QuarkusTestAfterEachCallback,
        QuarkusTestAfterAllCallback {

  private @Nullable Throwable lastFailure;

  @Override
  public void beforeClass(Class<?> testClass) {
    try (Connection owner =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = owner.createStatement()) {
      statement.execute("truncate report cascade");
    } catch (SQLException e) {
      throw new IllegalStateException("The reports of earlier tests cannot be removed", e);
    }
  }

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    FailureEvidence.testBegins();
  }

  @Override
  public void afterEach(QuarkusTestMethodContext context) {
    Throwable cause = context.getTestStatus().getTestErrorCause();
    boolean failed = cause != null && cause != lastFailure; // the status is that of the class
    lastFailure = cause;
    FailureEvidence.testEnds(
        context.getTestMethod().getDeclaringClass().getSimpleName()
            + "."
            + context.getTestMethod().getName(),
        failed);
  }

  @Override
  public void afterAll(QuarkusTestContext context) {
    OpenContexts.closeFinished();
  }
}
