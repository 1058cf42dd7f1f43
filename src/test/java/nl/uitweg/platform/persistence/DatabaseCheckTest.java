package nl.uitweg.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import nl.uitweg.platform.settings.Portal.Tier;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops the migration step, and what stops the start of a serving process. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class DatabaseCheckTest {

  @ParameterizedTest
  @CsvSource({"portal_public, PUBLIC", "portal_backoffice, BACKOFFICE", "portal_all, ALL"})
  void each_tier_serves_with_its_login(String user, Tier tier) throws SQLException {
    try (Connection connection = DatabaseLogin.of(user).connect()) {
      assertThatCode(
              () -> {
                DatabaseCheck.requireVersion(connection, Migrations.newest());
                DatabaseCheck.requireServingLogin(connection, tier);
              })
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "portal_migrate"})
  void a_login_that_may_create_does_not_serve(String user) throws SQLException {
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
  void a_login_with_a_right_too_many_does_not_serve(String right) throws SQLException {
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
  void the_public_tier_does_not_serve_with_a_login_of_the_desk(String user) throws SQLException {
    try (Connection connection = DatabaseLogin.of(user).connect()) {
      assertThatThrownBy(() -> DatabaseCheck.requireServingLogin(connection, Tier.PUBLIC))
          .hasMessageContaining("serve with portal_public");
    }
  }

  @Test
  void a_schema_that_is_too_old_is_named() throws SQLException {
    assertThat(Migrations.newest()).isGreaterThanOrEqualTo(8);
    try (Connection connection = DatabaseLogin.of("portal_public").connect()) {
      assertThatThrownBy(() -> DatabaseCheck.requireVersion(connection, 1_000))
          .hasMessageContaining("needs 1000: run bin/migrate first");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "portal_public"})
  void only_the_owner_migrates(String user) {
    assertThatThrownBy(() -> Migrations.run(Servers.database().jdbcUrl(), user, ""))
        .isInstanceOf(DatabaseSchemaException.class)
        .hasMessageContaining("this login acts as " + user);
  }

  @Test
  void migrating_again_changes_nothing() {
    assertThat(Migrations.run(Servers.database().jdbcUrl(), Migrations.LOGIN, ""))
        .isEqualTo(Migrations.newest());
  }
}
