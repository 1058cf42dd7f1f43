package nl.uitweg.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

  /** States of https://www.postgresql.org/docs/current/errcodes-appendix.html. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", // connection failure
        "25006", // read-only transaction
        "40001", // serialization failure
        "40P01", // deadlock detected
        "53100", // disk full
        "55P03", // lock not available
        "57P01", // administrator shutdown
        "58030" // input or output error
      })
  void passes(String state) {
    assertThat(DatabaseFailure.isTemporary(failure(new SQLException("", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22P02", "23505", "42501", "42P01"})
  void remains(String state) {
    assertThat(DatabaseFailure.isTemporary(failure(new SQLException("", state)))).isFalse();
  }

  @Test
  void passesWithoutState() {
    assertThat(DatabaseFailure.isTemporary(failure(new SQLTransientConnectionException())))
        .isTrue();
    assertThat(
            DatabaseFailure.isTemporary(
                failure(new SQLException("Acquisition timeout while waiting"))))
        .isTrue();
    assertThat(DatabaseFailure.isTemporary(failure(new SQLException()))).isFalse();
  }

  @Test
  void passesWhenSomebodyElseChangedTheSame() {
    assertThat(DatabaseFailure.isTemporary(failure(new OptimisticLockException()))).isTrue();
  }

  @Test
  void findsSuppressedFailure() {
    RuntimeException rolledBack = new RuntimeException();
    rolledBack.addSuppressed(new SQLException("", "08006"));
    assertThat(DatabaseFailure.isTemporary(failure(rolledBack))).isTrue();
    assertThat(DatabaseFailure.isTemporary(failure(new EOFException()))).isFalse();
  }

  private static RuntimeException failure(Exception cause) {
    return new IllegalStateException(cause);
  }
}
