package nl.uitweg.dossier;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.report.received.ReceivedFingerprint;
import nl.uitweg.report.sealed.StoredKey;

/** Stores the wrapped keys of dossiers, in the caller's transaction. */
@Singleton
class DossierKeyStore {

  private final EntityManager database;

  DossierKeyStore(EntityManager database) {
    this.database = database;
  }

  void add(UUID dossier, Map<String, byte[]> wrapped) {
    wrapped.forEach(
        (recipient, key) ->
            database
                .createNativeQuery(
                    """
                    insert into dossier_key (dossier_id, recipient, wrapped)
                    values (:dossier, :recipient, :wrapped)""")
                .setParameter("dossier", dossier)
                .setParameter("recipient", recipient)
                .setParameter("wrapped", key)
                .executeUpdate());
  }

  boolean exists(UUID dossier) {
    return Boolean.TRUE.equals(
        database
            .createNativeQuery(
                "select exists (select from dossier_key where dossier_id = :dossier)",
                Boolean.class)
            .setParameter("dossier", dossier)
            .getSingleResult());
  }

  /**
   * The key of each dossier, wrapped for its municipality, with the fingerprint that was recorded
   * when it was created, or the marker of a purged dossier. Dossiers without a key are left out.
   */
  Map<UUID, StoredKey> find(Collection<UUID> dossiers, List<String> municipalities) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select d.id, k.recipient, k.wrapped,
                       (select case e.action when :purge then :purged else e.reason end
                        from audit_event e
                        where e.object = 'dossier/' || d.id and e.action in (:sealed, :purge)
                        order by e.action = :purge desc, e.position limit 1) as received
                from dossier d
                join dossier_key k on k.dossier_id = d.id and k.recipient = d.municipality
                where d.id = any (:dossiers) and d.municipality = any (:municipalities)""",
                Tuple.class)
            .setParameter("purge", AuditAction.PURGE.code())
            .setParameter("purged", ReceivedFingerprint.PURGED_MARKER)
            .setParameter("sealed", AuditAction.DOSSIER_SEALED.code())
            .setParameter("dossiers", dossiers.toArray(new UUID[0]))
            .setParameter("municipalities", municipalities.toArray(new String[0]))
            .getResultList();
    Map<UUID, StoredKey> keys = new HashMap<>();
    rows.stream()
        .map(Tuple.class::cast)
        .forEach(
            row ->
                keys.put(
                    row.get(0, UUID.class),
                    new StoredKey(
                        row.get(1, String.class),
                        row.get(2, byte[].class),
                        ReceivedFingerprint.of(row.get(3, String.class)))));
    return keys;
  }
}
