package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.report.received.ReceivedFingerprint;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.StoredKey;

/** Stores and finds wrapped keys, in the caller's transaction. */
@ApplicationScoped
class WrappedKeyStore implements PanacheRepositoryBase<WrappedKey, WrappedKey.Key> {

  /**
   * The column {@code received} holds the first of these that exists: the marker of a purged
   * report, the first recorded fingerprint, the marker of a report that is still to be indexed;
   * otherwise null. The last marker does not apply to the notes key, whose fingerprint is recorded
   * when it is created.
   */
  private static final String FIND_STORED =
      """
      select s.id, k.recipient, k.wrapped,
             coalesce(
               (select case e.action when :purge then :purged else e.reason end
                from audit_event e
                where e.object = 'report/' || s.id and e.action in (:recordedBy, :purge)
                order by e.action = :purge desc, e.position limit 1),
               (select :pending from report_to_index u
                where u.report_id = s.id and not :isNotesKey)) as received
      from report s
      cross join lateral (
        select recipient, wrapped from wrapped_key
        where report_id = s.id and what = :keyName and recipient = any (:municipalities)
        order by recipient = s.municipality desc nulls last, recipient
        limit 1) k
      where s.id = any (:reports)""";

  /** The same for one report: PostgreSQL then plans the query once, not for each report again. */
  private static final String FIND_STORED_OF_ONE =
      FIND_STORED.replace("s.id = any (:reports)", "s.id = :reports");

  /** Stores a key of a report for each recipient. */
  void persistAll(UUID reportId, String keyName, Map<String, byte[]> wrapped) {
    wrapped.forEach((recipient, key) -> persist(new WrappedKey(reportId, keyName, recipient, key)));
  }

  /** The key of a report that is wrapped for one recipient. */
  Optional<WrappedKey> find(UUID reportId, String keyName, String recipient) {
    return findByIdOptional(new WrappedKey.Key(reportId, keyName, recipient));
  }

  boolean exists(UUID reportId, String keyName) {
    return count("reportId = ?1 and keyName = ?2", reportId, keyName) > 0;
  }

  /** The recipients in {@code among} for which the content key of a report is wrapped. */
  List<String> recipientsOfContent(UUID reportId, List<String> among) {
    return getEntityManager()
        .createQuery(
            """
            select recipient from WrappedKey
             where reportId = ?1 and keyName = ?2 and recipient in ?3""",
            String.class)
        .setParameter(1, reportId)
        .setParameter(2, KeyName.REPORT)
        .setParameter(3, among)
        .getResultList();
  }

  /** Deletes the keys of a report that are wrapped for other recipients than these. */
  void deleteExcept(UUID reportId, List<String> recipients) {
    delete("reportId = ?1 and recipient not in ?2", reportId, recipients);
  }

  /** As {@link #findStored(String, Collection, List)}, for one report. */
  Optional<StoredKey> findStored(String keyName, UUID report, List<String> municipalities) {
    return Optional.ofNullable(
        findStored(FIND_STORED_OF_ONE, keyName, report, municipalities).get(report));
  }

  /**
   * Finds for each report the key that is wrapped for one of the municipalities; prefers the
   * municipality that has the report. Reports without such a key are left out.
   */
  Map<UUID, StoredKey> findStored(
      String keyName, Collection<UUID> reports, List<String> municipalities) {
    return findStored(FIND_STORED, keyName, reports.toArray(new UUID[0]), municipalities);
  }

  private Map<UUID, StoredKey> findStored(
      String sql, String keyName, Object reports, List<String> municipalities) {
    boolean isNotesKey = keyName.equals(KeyName.NOTES);
    AuditAction recordedBy = isNotesKey ? AuditAction.NOTES_SEALED : AuditAction.RECEIVED;
    List<?> rows =
        getEntityManager()
            .createNativeQuery(sql, Tuple.class)
            .setParameter("purge", AuditAction.PURGE.code())
            .setParameter("purged", ReceivedFingerprint.PURGED_MARKER)
            .setParameter("pending", ReceivedFingerprint.PENDING_MARKER)
            .setParameter("recordedBy", recordedBy.code())
            .setParameter("isNotesKey", isNotesKey)
            .setParameter("keyName", keyName)
            .setParameter("municipalities", municipalities.toArray(new String[0]))
            .setParameter("reports", reports)
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
