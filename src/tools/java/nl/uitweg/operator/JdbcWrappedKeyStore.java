package nl.uitweg.operator;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;

/**
 * Reads every wrapped key of a database and unwraps it with the private keysets of a folder, except
 * those that are wrapped for the recovery keyset, which is kept elsewhere.
 */
final class JdbcWrappedKeyStore {

  private static final int FETCH_SIZE = 1_000;
  private static final String WRAPPED_KEYS =
      """
      select recipient, what, report_id, wrapped from wrapped_key
      union all select recipient, 'referral', referral_id, wrapped from referral_key
      union all select recipient, 'dossier', dossier_id, wrapped from dossier_key""";

  private final Opener opener;

  JdbcWrappedKeyStore(Opener opener) {
    this.opener = opener;
  }

  /** Number of wrapped keys of one recipient, and how many of them can be unwrapped. */
  record Count(int keys, int unwrapped) {

    boolean isComplete() {
      return keys == unwrapped;
    }

    private Count plus(Count other) {
      return new Count(keys + other.keys, unwrapped + other.unwrapped);
    }
  }

  /**
   * Counts the keys by recipient.
   *
   * @param connection has a login that sees all rows, and an open transaction
   */
  Map<String, Count> countUnwrapped(Connection connection) throws SQLException {
    Map<String, Count> counts = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery(WRAPPED_KEYS)) {
        while (rows.next()) {
          String recipient = rows.getString(1);
          if (!recipient.equals(Sealer.RECOVERY)) {
            counts.merge(
                recipient, new Count(1, isUnwrapped(recipient, rows) ? 1 : 0), Count::plus);
          }
        }
      }
    }
    return counts;
  }

  private boolean isUnwrapped(String recipient, ResultSet row) throws SQLException {
    try {
      opener.unwrap(
          recipient, row.getString("what"), row.getObject(3, UUID.class), row.getBytes("wrapped"));
      return true;
    } catch (UnsealException e) {
      return false;
    }
  }
}
