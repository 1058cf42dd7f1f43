package nl.uitweg.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;

/**
 * Rewraps the keys of stored reports, referrals and dossiers for the current public keyset of a
 * municipality or of the care coordination. After a rotation, the keys are unwrapped with the
 * private keyset of that recipient; after the loss of that keyset, with the recovery keyset. The
 * sealed content does not change. Rewrapping is safe while the application is running, because each
 * key is changed independently.
 */
public final class KeyRewrapper {

  private final DatabaseLogin login;
  private final Opener opener;
  private final Sealer sealer;

  /**
   * @param login login of the desk, {@code portal_backoffice}
   */
  public KeyRewrapper(DatabaseLogin login, Opener opener, Sealer sealer) {
    this.login = login;
    this.opener = opener;
    this.sealer = sealer;
  }

  /**
   * The result of rewrapping.
   *
   * @param rewrapped number of keys that were rewrapped
   * @param failed ids of the reports, referrals and dossiers with a key that could not be unwrapped
   *     and was not changed
   */
  public record Result(int rewrapped, Set<UUID> failed) {}

  /**
   * Rewraps every key of the reports, referrals and dossiers of one recipient for its current
   * public keyset, in one transaction.
   *
   * @param keysetName name of the keyset: a municipality, or {@link Sealer#CARE}
   * @param fromKeyset name of the keyset that unwraps the keys: the same one, or {@link
   *     Sealer#RECOVERY}
   * @throws KeyDatabaseException when the database cannot be read or written; then nothing is
   *     changed
   */
  public Result rewrap(String keysetName, String fromKeyset) {
    int rewrapped = 0;
    Set<UUID> failed = new TreeSet<>();
    try (JdbcKeyStore store = JdbcKeyStore.connect(login)) {
      if (keysetName.equals(Sealer.CARE)) {
        store.restrictToCare(keysetName);
      } else {
        store.restrictToMunicipality(keysetName);
      }
      for (JdbcKeyStore.Source source : JdbcKeyStore.Source.values()) {
        List<JdbcKeyStore.Key> keys =
            rewrap(store.keys(source, keysetName, fromKeyset), keysetName, fromKeyset, failed);
        store.store(source, keysetName, keys);
        rewrapped += keys.size();
      }
      store.commit();
    }
    return new Result(rewrapped, failed);
  }

  /**
   * Wraps keys for the keyset.
   *
   * @param failed receives the ids of the keys that cannot be unwrapped
   */
  private List<JdbcKeyStore.Key> rewrap(
      List<JdbcKeyStore.Key> keys, String keysetName, String fromKeyset, Set<UUID> failed) {
    List<JdbcKeyStore.Key> rewrapped = new ArrayList<>();
    for (JdbcKeyStore.Key key : keys) {
      try {
        ContentKey unwrapped = opener.unwrap(fromKeyset, key.keyName(), key.id(), key.wrapped());
        rewrapped.add(
            new JdbcKeyStore.Key(
                key.id(),
                key.keyName(),
                sealer.wrapFor(keysetName, unwrapped, key.keyName(), key.id())));
      } catch (UnsealException e) {
        failed.add(key.id());
      }
    }
    return rewrapped;
  }
}
