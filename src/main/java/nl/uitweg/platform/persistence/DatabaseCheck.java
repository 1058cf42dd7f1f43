package nl.uitweg.platform.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import nl.uitweg.platform.settings.PortalSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Stops start-up when the address of the database may lead to a standby, when the database schema
 * is older than this application needs, or when the database login has more rights than serving
 * requires, because an attacker who takes over the process has that login. A newer schema is
 * accepted, because it occurs during an update.
 */
@Singleton
class DatabaseCheck {

  /** The version that this application needs: the number of the newest migration. */
  static final int SCHEMA_VERSION = 26;

  private static final Logger LOG = Logger.getLogger(DatabaseCheck.class);

  /**
   * SQLSTATE class 42 (syntax error or access rule violation): the object does not exist or access
   * is denied.
   */
  private static final String SYNTAX_OR_ACCESS_ERROR_CLASS = "42";

  /** The role {@code portal_owner} is {@code operator.Migrations.OWNER}. */
  private static final String LOGIN_RIGHTS_QUERY =
      """
      select
        (select pg_catalog.bool_or(r.rolsuper or r.rolbypassrls or r.rolcreaterole
            or r.rolcreatedb or pg_catalog.starts_with(r.rolname, 'pg_'))
          from pg_catalog.pg_roles r
          where pg_catalog.pg_has_role(session_user, r.oid, 'member'))
        or pg_catalog.pg_has_role(session_user, 'portal_owner', 'member')
        or pg_catalog.has_schema_privilege(session_user, 'public', 'create')
        or pg_catalog.has_database_privilege(
          session_user, pg_catalog.current_database(), 'create, temporary'),
        pg_catalog.pg_has_role(session_user, 'portal_backoffice', 'member'),
        session_user""";

  void check(
      @Observes StartupEvent start,
      DataSource database,
      PortalSettings portal,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
    DatabaseAddress.requirePrimary(url);
    try (Connection connection = database.getConnection()) {
      requireVersion(connection, SCHEMA_VERSION);
      requireServingLogin(connection, portal.tier());
    } catch (SQLException e) {
      if (isUndefinedOrDenied(e)) {
        throw new DatabaseSchemaException(
            "The database roles are missing or incomplete: run deploy/postgresql/roles.sql first.",
            e);
      }
      // Stored public pages need no database, so the application starts; the readiness check
      // reports that the database is down.
      LOG.warn(
          "The database is not reachable; its version and the rights of the login were not checked");
    }
  }

  static void requireVersion(Connection connection, int needed) throws SQLException {
    int version = version(connection);
    if (version < needed) {
      throw new DatabaseSchemaException(
          "The database schema is at version "
              + version
              + " and this application needs "
              + needed
              + ": run bin/migrate first.");
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select public.portal_schema_version()")) {
      result.next();
      return Integer.parseInt(result.getString(1));
    } catch (SQLException e) {
      if (isUndefinedOrDenied(e)) {
        return 0;
      }
      throw e;
    }
  }

  private static boolean isUndefinedOrDenied(SQLException e) {
    return String.valueOf(e.getSQLState()).startsWith(SYNTAX_OR_ACCESS_ERROR_CLASS);
  }

  static void requireServingLogin(Connection connection, PortalSettings.Tier tier)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(LOGIN_RIGHTS_QUERY)) {
      result.next();
      if (result.getBoolean(1)) {
        throw new DatabaseSchemaException(
            "The login "
                + result.getString(3)
                + " may create objects in the database or assume a more powerful role: let the"
                + " application log in as portal_public, portal_backoffice or portal_all, and run"
                + " deploy/postgresql/roles.sql.");
      }
      if (!tier.servesBackoffice() && result.getBoolean(2)) {
        throw new DatabaseSchemaException(
            "The public tier must not log in as "
                + result.getString(3)
                + ", which has the rights of the desk; log in as portal_public.");
      }
    }
  }
}
