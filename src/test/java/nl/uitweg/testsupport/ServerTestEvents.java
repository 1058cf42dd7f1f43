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
 * Runs around every test class that uses the shared servers. Deletes all reports before a class, so
 * that the reports of its tests are on the first page of the inbox, and saves {@link
 * FailureEvidence} of a failed test.
 */
public final class ServerTestEvents
    implements QuarkusTestBeforeClassCallback,
        QuarkusTestBeforeEachCallback,
        QuarkusTestAfterEachCallback,
        QuarkusTestAfterAllCallback {

  private @Nullable Throwable lastFailure;

  @Override
  public void beforeClass(Class<?> testClass) {
    try (Connection superuser =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = superuser.createStatement()) {
      statement.execute("truncate report cascade");
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot delete the reports of earlier tests", e);
    }
  }

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    FailureEvidence.testBegins();
  }

  @Override
  public void afterEach(QuarkusTestMethodContext context) {
    Throwable cause = context.getTestStatus().getTestErrorCause();
    boolean failed =
        cause != null
            && cause != lastFailure; // the status still holds the failure of an earlier test
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
