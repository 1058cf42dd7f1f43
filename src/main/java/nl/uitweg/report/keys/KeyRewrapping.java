package nl.uitweg.report.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;

/**
 * Wraps the keys of stored reports again, after a rotation or with the recovery keyset; the reports
 * themselves are not touched. Works beside the running system: each key is changed on its own.
 */
public final class KeyRewrapping {

  private static final String REPORTS =
      "select k.report_id, k.what, k.wrapped from wrapped_key k join report s on s.id = k.report_id"
          + " where k.recipient = ? and (s.municipality = ? or s.municipality is null)";
  private static final String STORE_REPORTS =
      "insert into wrapped_key (report_id, what, recipient, wrapped) values (?, ?, ?, ?)"
          + " on conflict (report_id, what, recipient) do update set wrapped = excluded.wrapped";

  /** Of what the municipality referred. */
  private static final String REFERRALS =
      "select k.referral_id, 'referral', k.wrapped from referral_key k"
          + " join referral r on r.id = k.referral_id join report s on s.id = r.report_id"
          + " where k.recipient = ? and s.municipality = ?";

  private static final String STORE_REFERRALS =
      "insert into referral_key (referral_id, recipient, wrapped)"
          + " select v.id, v.recipient, v.wrapped"
          + " from (values (?::uuid, ?::text, ?::text, ?::bytea)) as v (id, what, recipient, wrapped)"
          + " on conflict (referral_id, recipient) do update set wrapped = excluded.wrapped";

  /** Of what it received; the report behind it is not visible to it. */
  private static final String RECEIVED =
      "select k.referral_id, 'referral', k.wrapped from referral_key k"
          + " join referral r on r.id = k.referral_id where k.recipient = ? and r.receiver = ?";

  /** Only changes: adding a key is for who refers. */
  private static final String STORE_RECEIVED =
      "update referral_key k set wrapped = v.wrapped"
          + " from (values (?::uuid, ?::text, ?::text, ?::bytea)) as v (id, what, recipient, wrapped)"
          + " where k.referral_id = v.id and k.recipient = v.recipient";

  private final Connection connection;
  private final Opener opener;
  private final Sealer sealer;

  /**
   * @param connection as {@code portal_backoffice}
   */
  public KeyRewrapping(Connection connection, Opener opener, Sealer sealer) {
    this.connection = connection;
    this.opener = opener;
    this.sealer = sealer;
  }

  /** How many keys were wrapped again, and how many did not open and were left as they were. */
  public record Result(int rewrapped, int unopened) {

    private Result and(Result other) {
      return new Result(rewrapped + other.rewrapped, unopened + other.unopened);
    }
  }

  /**
   * Wraps every key of its reports, and of what it referred or received, for its present public
   * keyset.
   *
   * @param recipient a municipality, or {@link Sealer#CARE}
   * @param from whose wrapped keys are opened: the recipient itself, or recovery
   */
  public Result rewrap(String recipient, String from) throws SQLException {
    connection.setAutoCommit(false);
    String scopeOf = recipient.equals(Sealer.CARE) ? "portal.care" : "portal.municipalities";
    try (PreparedStatement scope = connection.prepareStatement("select set_config(?, ?, false)")) {
      scope.setString(1, scopeOf);
      scope.setString(2, recipient);
      scope.execute();
    }
    Result result =
        rewrap(REPORTS, STORE_REPORTS, recipient, from)
            .and(rewrap(REFERRALS, STORE_REFERRALS, recipient, from))
            .and(rewrap(RECEIVED, STORE_RECEIVED, recipient, from));
    connection.commit();
    return result;
  }

  private Result rewrap(String read, String write, String recipient, String from)
      throws SQLException {
    int done = 0;
    int unopened = 0;
    try (PreparedStatement keys = connection.prepareStatement(read);
        PreparedStatement store = connection.prepareStatement(write)) {
      keys.setString(1, from);
      keys.setString(2, recipient);
      try (ResultSet rows = keys.executeQuery()) {
        while (rows.next()) {
          UUID id = rows.getObject(1, UUID.class);
          String what = rows.getString(2);
          try {
            ContentKey key = opener.unwrap(from, what, id, rows.getBytes(3));
            store.setObject(1, id);
            store.setString(2, what);
            store.setString(3, recipient);
            store.setBytes(4, sealer.wrapFor(recipient, key, what, id));
            store.addBatch();
            done++;
          } catch (UnsealException e) {
            unopened++;
          }
        }
      }
      store.executeBatch();
    }
    return new Result(done, unopened);
  }
}
