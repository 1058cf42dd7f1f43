package nl.uitweg.signal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import nl.uitweg.sealing.ContentKey;
import nl.uitweg.sealing.Opener;
import nl.uitweg.sealing.Sealer;
import nl.uitweg.sealing.UnsealException;

/**
 * Wraps the keys of stored reports again, after a rotation or with the recovery keyset; the reports
 * themselves are not touched. Works beside the running system: each key is changed on its own.
 */
public final class Rewrapping {

  private final Connection connection;
  private final Opener opener;
  private final Sealer sealer;

  /**
   * @param connection as {@code portal_backoffice}
   */
  public Rewrapping(Connection connection, Opener opener, Sealer sealer) {
    this.connection = connection;
    this.opener = opener;
    this.sealer = sealer;
  }

  /** How many keys were wrapped again, and how many did not open and were left as they were. */
  public record Result(int rewrapped, int unopened) {}

  /**
   * Wraps every key of this municipality's reports for its present public keyset.
   *
   * @param from whose wrapped keys are opened: the municipality itself, or recovery
   */
  public Result rewrap(String municipality, String from) throws SQLException {
    connection.setAutoCommit(false);
    int done = 0;
    int unopened = 0;
    try (PreparedStatement scope =
            connection.prepareStatement("select set_config('portal.municipalities', ?, false)");
        PreparedStatement keys =
            connection.prepareStatement(
                "select k.signal_id, k.what, k.wrapped from wrapped_key k"
                    + " join signal s on s.id = k.signal_id"
                    + " where k.recipient = ? and (s.municipality = ? or s.municipality is null)");
        PreparedStatement store =
            connection.prepareStatement(
                "insert into wrapped_key (signal_id, what, recipient, wrapped) values (?, ?, ?, ?)"
                    + " on conflict (signal_id, what, recipient) do update set wrapped ="
                    + " excluded.wrapped")) {
      scope.setString(1, municipality);
      scope.execute();
      keys.setString(1, from);
      keys.setString(2, municipality);
      try (ResultSet rows = keys.executeQuery()) {
        while (rows.next()) {
          UUID id = rows.getObject(1, UUID.class);
          String what = rows.getString(2);
          try {
            ContentKey key = opener.unwrap(from, what, id, rows.getBytes(3));
            store.setObject(1, id);
            store.setString(2, what);
            store.setString(3, municipality);
            store.setBytes(4, sealer.wrapFor(municipality, key, what, id));
            store.addBatch();
            done++;
          } catch (UnsealException e) {
            unopened++;
          }
        }
      }
      store.executeBatch();
      connection.commit();
    }
    return new Result(done, unopened);
  }
}
