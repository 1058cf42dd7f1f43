package nl.uitweg.platform.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import nl.uitweg.platform.settings.Portal;
import org.jboss.logging.Logger;

/**
 * A process does not serve on a schema older than it needs, nor with a login that may do more than
 * serve: whoever takes over the process has that login. A newer schema is right during an update.
 */
@Singleton
class DatabaseCheck {

  private static final Logger LOG = Logger.getLogger(DatabaseCheck.class);

  /** Class 42 of SQLSTATE: what is asked for is not there, or not allowed. */
  private static final String NO_SUCH_THING = "42";

  private static final String RIGHTS =
      "select (select pg_catalog.bool_or(r.rolsuper or r.rolbypassrls or r.rolcreaterole"
          + "   or r.rolcreatedb or pg_catalog.starts_with(r.rolname, 'pg_'))"
          + "   from pg_catalog.pg_roles r"
          + "   where pg_catalog.pg_has_role(session_user, r.oid, 'member'))"
          + " or pg_catalog.pg_has_role(session_user, '"
          + Migrations.OWNER
          + "', 'member')"
          + " or pg_catalog.has_schema_privilege(session_user, 'public', 'create')"
          + " or pg_catalog.has_database_privilege(session_user,"
          + " pg_catalog.current_database(), 'create, temporary'),"
          + " pg_catalog.pg_has_role(session_user, 'portal_backoffice', 'member'),"
          + " session_user";

  void check(@Observes StartupEvent start, DataSource database, Portal portal) {
    try (Connection connection = database.getConnection()) {
      requireVersion(connection, Migrations.newest());
      requireServingLogin(connection, portal.tier());
    } catch (SQLException e) {
      if (refused(e)) {
        throw new DatabaseSchemaException(
            "The database has not the roles it needs: run deploy/postgresql/roles.sql first.", e);
      }
      // The pages for visitors need no database: they are there, and readiness says what is not.
      LOG.warn("The database does not answer; its version and the rights of the login are unknown");
    }
  }

  static void requireVersion(Connection connection, int needed) throws SQLException {
    int version = version(connection);
    if (version < needed) {
      throw new DatabaseSchemaException(
          "The database is at version "
              + version
              + " and this application needs "
              + needed
              + ": run bin/migrate first.");
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select public.portal_schema_version()")) {
      row.next();
      return Integer.parseInt(row.getString(1));
    } catch (SQLException e) {
      if (refused(e)) {
        return 0;
      }
      throw e;
    }
  }

  private static boolean refused(SQLException e) {
    return String.valueOf(e.getSQLState()).startsWith(NO_SUCH_THING);
  }

  static void requireServingLogin(Connection connection, Portal.Tier tier) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RIGHTS)) {
      row.next();
      if (row.getBoolean(1)) {
        throw new DatabaseSchemaException(
            "The login "
                + row.getString(3)
                + " may create objects in the database or become more than it is: serve with"
                + " portal_public, portal_backoffice or portal_all, and run"
                + " deploy/postgresql/roles.sql.");
      }
      if (!tier.servesBackoffice() && row.getBoolean(2)) {
        throw new DatabaseSchemaException(
            "The public tier must not log in as "
                + row.getString(3)
                + ", which is the desk's too: serve with portal_public.");
      }
    }
  }
}
