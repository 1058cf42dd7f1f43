package nl.uitweg.operator;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads and replaces wrapped keys in one transaction. Uses plain JDBC, because {@code bin/keys}
 * runs without the application. Closing rolls back what was not committed.
 */
final class JdbcKeyStore implements AutoCloseable {

  /** A set of wrapped keys, with the SQL that reads them and the SQL that stores them again. */
  enum Source {
    /** Keys of the reports that the municipality has or may take. */
    REPORTS(
        """
        select k.report_id, k.what, k.wrapped
        from wrapped_key k join report s on s.id = k.report_id
        where k.recipient = ? and (s.municipality = ? or s.municipality is null)""",
        """
        insert into wrapped_key (report_id, what, recipient, wrapped) values (?, ?, ?, ?)
        on conflict (report_id, what, recipient) do update set wrapped = excluded.wrapped"""),

    /** Keys of the referrals that the municipality sent. */
    SENT_REFERRALS(
        """
        select k.referral_id, 'referral', k.wrapped
        from referral_key k join referral r on r.id = k.referral_id join report s on s.id = r.report_id
        where k.recipient = ? and s.municipality = ?""",
        """
        insert into referral_key (referral_id, recipient, wrapped)
        select v.id, v.recipient, v.wrapped
        from (values (?::uuid, ?::text, ?::text, ?::bytea)) as v (id, what, recipient, wrapped)
        on conflict (referral_id, recipient) do update set wrapped = excluded.wrapped"""),

    /**
     * Keys of the referrals that the municipality or the care coordination received; it cannot see
     * the rows of the reports. Only updates rows: only the municipality that refers may add a key.
     */
    RECEIVED_REFERRALS(
        """
        select k.referral_id, 'referral', k.wrapped
        from referral_key k join referral r on r.id = k.referral_id
        where k.recipient = ? and r.receiver = ?""",
        """
        update referral_key k set wrapped = v.wrapped
        from (values (?::uuid, ?::text, ?::text, ?::bytea)) as v (id, what, recipient, wrapped)
        where k.referral_id = v.id and k.recipient = v.recipient"""),

    /** Keys of the dossiers of the municipality. */
    DOSSIERS(
        """
        select k.dossier_id, 'dossier', k.wrapped
        from dossier_key k join dossier d on d.id = k.dossier_id
        where k.recipient = ? and d.municipality = ?""",
        """
        insert into dossier_key (dossier_id, recipient, wrapped)
        select v.id, v.recipient, v.wrapped
        from (values (?::uuid, ?::text, ?::text, ?::bytea)) as v (id, what, recipient, wrapped)
        on conflict (dossier_id, recipient) do update set wrapped = excluded.wrapped""");

    private final String select;
    private final String store;

    Source(String select, String store) {
      this.select = select;
      this.store = store;
    }
  }

  /**
   * A wrapped key.
   *
   * @param id id of the report, referral or dossier
   * @param keyName column {@code what}: which key of the object this is
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Key(UUID id, String keyName, byte[] wrapped) {}

  private final Connection connection;

  private JdbcKeyStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * Connects and starts a transaction.
   *
   * @param login login of the desk, {@code portal_backoffice}
   */
  static JdbcKeyStore connect(DatabaseLogin login) {
    try {
      Connection connection =
          DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
      connection.setAutoCommit(false);
      return new JdbcKeyStore(connection);
    } catch (SQLException e) {
      throw new KeyDatabaseException(e);
    }
  }

  /** Restricts the connection to the rows that a municipality may see. */
  void restrictToMunicipality(String municipality) {
    restrict("portal.municipalities", municipality);
  }

  /** Restricts the connection to the referrals that the care coordination received. */
  void restrictToCare(String keysetName) {
    restrict("portal.care", keysetName);
  }

  private void restrict(String setting, String value) {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config(?, ?, false)")) {
      statement.setString(1, setting);
      statement.setString(2, value);
      statement.execute();
    } catch (SQLException e) {
      throw new KeyDatabaseException(e);
    }
  }

  /**
   * The keys of one source.
   *
   * @param keysetName municipality whose reports, referrals or dossiers are read, or {@code care}
   * @param wrappedFor name of the keyset for which the keys are wrapped
   */
  List<Key> keys(Source source, String keysetName, String wrappedFor) {
    try (PreparedStatement statement = connection.prepareStatement(source.select)) {
      statement.setString(1, wrappedFor);
      statement.setString(2, keysetName);
      List<Key> keys = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          keys.add(new Key(rows.getObject(1, UUID.class), rows.getString(2), rows.getBytes(3)));
        }
      }
      return keys;
    } catch (SQLException e) {
      throw new KeyDatabaseException(e);
    }
  }

  /** Stores keys that are wrapped for the keyset, in place of those wrapped for it before. */
  void store(Source source, String keysetName, List<Key> keys) {
    try (PreparedStatement statement = connection.prepareStatement(source.store)) {
      for (Key key : keys) {
        statement.setObject(1, key.id());
        statement.setString(2, key.keyName());
        statement.setString(3, keysetName);
        statement.setBytes(4, key.wrapped());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new KeyDatabaseException(e);
    }
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new KeyDatabaseException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new KeyDatabaseException(e);
    }
  }
}
