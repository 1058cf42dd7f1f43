package nl.uitweg.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import nl.uitweg.operator.Migrations;
import nl.uitweg.platform.settings.PortalSettings.Tier;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that stop the migration step or the start of a serving process. */
@ServerTest
class DatabaseCheckTest {

  @ParameterizedTest
  @CsvSource({"portal_public, PUBLIC", "portal_backoffice, BACKOFFICE", "portal_all, ALL"})
  void acceptsTheLoginOfEachTier(String user, Tier tier) throws SQLException {
    try (Connection connection = DatabaseLogin.of(user).connect()) {
      assertThatCode(
              () -> {
                DatabaseCheck.requireVersion(connection, DatabaseCheck.SCHEMA_VERSION);
                DatabaseCheck.requireServingLogin(connection, tier);
              })
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "portal_migrate"})
  void rejectsALoginThatMayCreateObjects(String user) throws SQLException {
    try (Connection connection = DatabaseLogin.of(user).connect()) {
      assertThatThrownBy(() -> DatabaseCheck.requireServingLogin(connection, Tier.ALL))
          .isInstanceOf(DatabaseSchemaException.class)
          .hasMessageContaining("The login " + user + " may create objects");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grant temporary on database uitweg to portal_public",
        "grant create on schema public to portal_public",
        "grant pg_read_all_data to portal_public",
        "grant portal_owner to portal_public",
        "alter role portal_public bypassrls"
      })
  void rejectsALoginWithAnAdditionalRight(String right) throws SQLException {
    try (Connection superuser = DatabaseLogin.superuser().connect();
        var statement = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      statement.execute(right);
      statement.execute("set local session authorization portal_public");
      assertThatThrownBy(() -> DatabaseCheck.requireServingLogin(superuser, Tier.PUBLIC))
          .hasMessageContaining("The login portal_public may create objects");
      superuser.rollback();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal_backoffice", "portal_all"})
  void rejectsADeskLoginForThePublicTier(String user) throws SQLException {
    try (Connection connection = DatabaseLogin.of(user).connect()) {
      assertThatThrownBy(() -> DatabaseCheck.requireServingLogin(connection, Tier.PUBLIC))
          .hasMessageContaining("log in as portal_public");
    }
  }

  @Test
  void reportsASchemaThatIsTooOld() throws SQLException {
    try (Connection connection = DatabaseLogin.of("portal_public").connect()) {
      assertThatThrownBy(() -> DatabaseCheck.requireVersion(connection, 1_000))
          .hasMessageContaining("needs 1000: run bin/migrate first");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "portal_public"})
  void rejectsMigrationByAnotherLogin(String user) {
    assertThatThrownBy(() -> Migrations.run(Servers.database().jdbcUrl(), user, ""))
        .isInstanceOf(DatabaseSchemaException.class)
        .hasMessageContaining("this login acts as " + user);
  }

  /** Fails when a migration is added and {@code DatabaseCheck.SCHEMA_VERSION} is not raised. */
  @Test
  void requiresTheVersionOfTheNewestMigration() {
    assertThat(Migrations.run(Servers.database().jdbcUrl(), Migrations.LOGIN, ""))
        .isEqualTo(DatabaseCheck.SCHEMA_VERSION);
  }
}
