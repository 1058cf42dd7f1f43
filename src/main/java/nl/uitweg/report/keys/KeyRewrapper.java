package nl.uitweg.report.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;

/**
 * Re-wraps the content keys of stored reports and referrals for the current public keyset of a
 * recipient. After a rotation, the keys are unwrapped with the private keyset of the recipient;
 * after the loss of that keyset, with the recovery keyset. The sealed content does not change.
 * Re-wrapping is safe while the application is running, because each key is changed independently.
 */
public final class KeyRewrapper {

  private static final String REPORTS =
      "select k.report_id, k.what, k.wrapped from wrapped_key k join report s on s.id = k.report_id"
          + " where k.recipient = ? and (s.municipality = ? or s.municipality is null)";
  private static final String STORE_REPORTS =
      "insert into wrapped_key (report_id, what, recipient, wrapped) values (?, ?, ?, ?)"
          + " on conflict (report_id, what, recipient) do update set wrapped = excluded.wrapped";

  /** Keys of referrals that the municipality sent. */
  private static final String SENT_REFERRALS =
      "select k.referral_id, 'referral', k.wrapped from referral_key k"
          + " join referral r on r.id = k.referral_id join report s on s.id = r.report_id"
          + " where k.recipient = ? and s.municipality = ?";

  private static final String STORE_SENT_REFERRALS =
      "insert into referral_key (referral_id, recipient, wrapped)"
          + " select v.id, v.recipient, v.wrapped"
          + " from (values (?::uuid, ?::text, ?::text, ?::bytea)) as v (id, what, recipient, wrapped)"
          + " on conflict (referral_id, recipient) do update set wrapped = excluded.wrapped";

  /** Keys of referrals that the municipality received; it cannot see the rows of the reports. */
  private static final String RECEIVED_REFERRALS =
      "select k.referral_id, 'referral', k.wrapped from referral_key k"
          + " join referral r on r.id = k.referral_id where k.recipient = ? and r.receiver = ?";

  /** Only updates rows: only the municipality that refers may add a key. */
  private static final String STORE_RECEIVED_REFERRALS =
      "update referral_key k set wrapped = v.wrapped"
          + " from (values (?::uuid, ?::text, ?::text, ?::bytea)) as v (id, what, recipient, wrapped)"
          + " where k.referral_id = v.id and k.recipient = v.recipient";

  private final Connection connection;
  private final Opener opener;
  private final Sealer sealer;

  /**
   * @param connection connection logged in as {@code portal_backoffice}
   */
  public KeyRewrapper(Connection connection, Opener opener, Sealer sealer) {
    this.connection = connection;
    this.opener = opener;
    this.sealer = sealer;
  }

  /**
   * The result of re-wrapping.
   *
   * @param rewrapped number of keys that were re-wrapped
   * @param failed ids of the reports and referrals with a key that could not be unwrapped and was
   *     not changed
   */
  public record Result(int rewrapped, Set<UUID> failed) {

    private Result plus(Result other) {
      Set<UUID> all = new TreeSet<>(failed);
      all.addAll(other.failed);
      return new Result(rewrapped + other.rewrapped, all);
    }
  }

  /**
   * Re-wraps every key of the reports and the referrals of one recipient for its current public
   * keyset.
   *
   * @param keysetName name of the keyset: a municipality, or {@link Sealer#CARE}
   * @param fromKeyset name of the keyset that unwraps the keys: the same one, or {@link
   *     Sealer#RECOVERY}
   */
  public Result rewrap(String keysetName, String fromKeyset) throws SQLException {
    connection.setAutoCommit(false);
    String setting = keysetName.equals(Sealer.CARE) ? "portal.care" : "portal.municipalities";
    try (PreparedStatement scope = connection.prepareStatement("select set_config(?, ?, false)")) {
      scope.setString(1, setting);
      scope.setString(2, keysetName);
      scope.execute();
    }
    Result result =
        rewrap(REPORTS, STORE_REPORTS, keysetName, fromKeyset)
            .plus(rewrap(SENT_REFERRALS, STORE_SENT_REFERRALS, keysetName, fromKeyset))
            .plus(rewrap(RECEIVED_REFERRALS, STORE_RECEIVED_REFERRALS, keysetName, fromKeyset));
    connection.commit();
    return result;
  }

  private Result rewrap(String read, String write, String keysetName, String fromKeyset)
      throws SQLException {
    int rewrapped = 0;
    Set<UUID> failed = new TreeSet<>();
    try (PreparedStatement keys = connection.prepareStatement(read);
        PreparedStatement store = connection.prepareStatement(write)) {
      keys.setString(1, fromKeyset);
      keys.setString(2, keysetName);
      try (ResultSet rows = keys.executeQuery()) {
        while (rows.next()) {
          UUID id = rows.getObject(1, UUID.class);
          String keyName = rows.getString(2);
          try {
            ContentKey key = opener.unwrap(fromKeyset, keyName, id, rows.getBytes(3));
            store.setObject(1, id);
            store.setString(2, keyName);
            store.setString(3, keysetName);
            store.setBytes(4, sealer.wrapFor(keysetName, key, keyName, id));
            store.addBatch();
            rewrapped++;
          } catch (UnsealException e) {
            failed.add(id);
          }
        }
      }
      store.executeBatch();
    }
    return new Result(rewrapped, failed);
  }
}
