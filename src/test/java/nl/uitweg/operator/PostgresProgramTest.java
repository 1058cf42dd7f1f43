package nl.uitweg.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the address that the programs of PostgreSQL get for the one of the application. */
class PostgresProgramTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://db/uitweg | postgresql://db/uitweg",
        "jdbc:postgresql://one:5432,two:5433/uitweg?targetServerType=primary&loginTimeout=4"
            + " | postgresql://one:5432,two:5433/uitweg?target_session_attrs=read-write",
        "jdbc:postgresql://db/uitweg?sslmode=verify-full&sslrootcert=/ca.pem&ApplicationName=x"
            + " | postgresql://db/uitweg?sslmode=verify-full&sslrootcert=/ca.pem"
      })
  void keepsWhatBothKnow(String jdbcUrl, String uri) {
    assertThat(PostgresProgram.uri(jdbcUrl)).isEqualTo(uri);
  }
}
