package nl.uitweg.operator;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.platform.sealing.Opener;

/**
 * The database into which {@code bin/restore} restores, before and after, with the login of a
 * superuser and in one transaction. Closing rolls back what was not committed.
 */
final class JdbcRestoreStore implements AutoCloseable {

  /** Name by which the audit trail knows the command. */
  private static final String ACTOR = "restore";

  private static final List<String> ROLES =
      List.of(
          "portal_owner",
          "portal_intake",
          "portal_statistics",
          "portal_migrate",
          "portal_public",
          "portal_backoffice",
          "portal_all");

  private final Connection connection;

  private JdbcRestoreStore(Connection connection) {
    this.connection = connection;
  }

  static JdbcRestoreStore connect(DatabaseLogin superuser) throws SQLException {
    Connection connection =
        DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
    connection.setAutoCommit(false);
    return new JdbcRestoreStore(connection);
  }

  /**
   * Requires a new database in which {@code roles.sql} was run.
   *
   * @throws IllegalStateException with one sentence that says what is wrong
   */
  void requireReady() throws SQLException {
    if (!flag("select rolsuper from pg_roles where rolname = current_user")) {
      throw new IllegalStateException(
          "Only a superuser can restore a backup: set PORTAL_RESTORE_USERNAME and _PASSWORD.");
    }
    long objects =
        count(
            """
            pg_class where relnamespace not in (
              select oid from pg_namespace
              where nspname in ('pg_catalog', 'information_schema') or nspname like 'pg\\_toast%')""");
    if (objects > 0) {
      throw new IllegalStateException(
          "The database is not empty: it has %d tables and indexes. Create a new database to restore into; this one was not changed."
              .formatted(objects));
    }
    List<String> missing = new ArrayList<>(ROLES);
    missing.removeAll(texts("select rolname::text from pg_roles"));
    if (!missing.isEmpty()
        || !flag(
            "select nspowner::regrole::text = 'portal_owner' from pg_namespace where nspname = 'public'")) {
      throw new IllegalStateException(
          "deploy/postgresql/roles.sql was not run in this database"
              + (missing.isEmpty() ? "" : " (missing: " + String.join(", ", missing) + ")")
              + ". Run it first; nothing was restored.");
    }
  }

  /** Number of rows of a table, with the conditions after its name, if any. */
  long count(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Purges again what was purged after the backup was made, and records in the audit trail that the
   * database was restored, and each purge.
   *
   * @param backupMadeAt when the backup was made
   * @return number of reports and dossiers that were purged
   */
  int purgeAgain(PurgedList purged, Instant backupMadeAt) throws SQLException {
    List<JdbcAuditEventStore.Added> events = new ArrayList<>();
    events.add(
        new JdbcAuditEventStore.Added(
            AuditAction.RESTORE, AuditObject.INSTALLATION.name(), backupMadeAt.toString()));
    change(
        """
        insert into tombstone (month, municipality, forms)
        select date_trunc('month', received_on)::date, municipality, forms from report
        where id = any (?) and municipality is not null""",
        purged.reports());
    change("delete from report where id = any (?) returning id", purged.reports())
        .forEach(id -> events.add(purge(AuditObject.report(id))));
    change("delete from dossier where id = any (?) returning id", purged.dossiers())
        .forEach(id -> events.add(purge(AuditObject.dossier(id))));
    JdbcAuditEventStore.add(connection, ACTOR, events);
    return events.size() - 1;
  }

  private static JdbcAuditEventStore.Added purge(AuditObject object) {
    return new JdbcAuditEventStore.Added(AuditAction.PURGE, object.name(), "");
  }

  /** Runs a statement with a list of ids and returns the ids that it returns. */
  private List<UUID> change(String sql, List<UUID> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      List<UUID> changed = new ArrayList<>();
      if (statement.execute()) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            changed.add(rows.getObject(1, UUID.class));
          }
        }
      }
      return changed;
    }
  }

  /** Verifies the audit chain. */
  ChainVerification verifyChain() throws JdbcAuditEventStore.UnreadableException {
    ChainVerification verification = new ChainVerification(Optional.empty());
    JdbcAuditEventStore.on(connection).forEach(verification::accept);
    return verification;
  }

  /** How many wrapped keys of each recipient can be unwrapped. */
  Map<String, JdbcWrappedKeyStore.Count> checkKeys(Opener opener) throws SQLException {
    return new JdbcWrappedKeyStore(opener).countUnwrapped(connection);
  }

  private List<String> texts(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private boolean flag(String query) throws SQLException {
    return texts(query).contains("t");
  }

  void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
