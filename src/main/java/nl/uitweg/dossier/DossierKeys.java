package nl.uitweg.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.received.ReceivedFingerprint;
import nl.uitweg.report.sealed.StoredKey;

/**
 * Creates and unwraps the key of a dossier, which seals its title and its notes. The desk creates
 * it with the first of these; its fingerprint is recorded in the audit trail at that moment, so
 * that no other key is accepted in its place.
 */
@ApplicationScoped
class DossierKeys {

  private static final String KEY_NAME = "dossier";

  private final Sealer sealer;
  private final Opener opener;
  private final DossierKeyStore store;
  private final AuditTrail audit;

  DossierKeys(Sealer sealer, Opener opener, DossierKeyStore store, AuditTrail audit) {
    this.sealer = sealer;
    this.opener = opener;
    this.store = store;
    this.audit = audit;
  }

  /** The wrapped keys of these dossiers, by dossier id. */
  Map<UUID, StoredKey> stored(Collection<UUID> dossiers, List<String> municipalities) {
    return store.find(dossiers, municipalities);
  }

  /**
   * @throws UnsealException when the key was altered, is not the one that the desk created, or the
   *     dossier was purged and its rows were restored
   */
  ContentKey unwrap(UUID dossier, StoredKey stored) throws UnsealException {
    stored.received().requireNotPurged();
    ContentKey key = opener.unwrap(stored.recipient(), KEY_NAME, dossier, stored.wrapped());
    stored.received().requireKey(stored.wrapped());
    return key;
  }

  /**
   * @throws UnsealException as {@link #unwrap} does; also when there is no key
   */
  ContentKey open(Dossier dossier) throws UnsealException {
    StoredKey stored = stored(List.of(dossier.id), List.of(dossier.municipality)).get(dossier.id);
    if (stored == null) {
      throw new UnsealException("the dossier has no key");
    }
    return unwrap(dossier.id, stored);
  }

  /**
   * Unwraps the key, or creates it. The caller must have locked or just inserted the dossier.
   *
   * @param officer user name of the officer who writes the title or note
   * @throws UnsealException as {@link #unwrap} does; also when the key that was created no longer
   *     exists
   */
  ContentKey openOrCreate(Dossier dossier, String officer) throws UnsealException {
    AuditObject object = AuditObject.dossier(dossier.id);
    if (store.exists(dossier.id)) {
      return open(dossier);
    }
    if (audit.reasonOfFirst(object, AuditAction.DOSSIER_SEALED).isPresent()) {
      throw new UnsealException("the key of the dossier no longer exists");
    }
    ContentKey key = sealer.freshKey();
    Map<String, byte[]> wrapped =
        sealer.wrap(key, KEY_NAME, dossier.id, List.of(dossier.municipality));
    store.add(dossier.id, wrapped);
    ReceivedFingerprint fingerprint = ReceivedFingerprint.ofKey(wrapped.values().iterator().next());
    audit.add(AuditEntry.done(officer, AuditAction.DOSSIER_SEALED, object, fingerprint.text()));
    return key;
  }
}
