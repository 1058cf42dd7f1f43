package nl.uitweg.report;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.report.received.ReceivedFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A key wrapped for one of the municipalities of the officer, with the fingerprint that was
 * recorded when the report was first received or, for the notes key, when the key was created.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredKey(String recipient, byte[] wrapped, ReceivedFingerprint received) {

  /**
   * SQL expression for the recorded fingerprint of the key {@code k} of the report {@code s}. A
   * purge takes precedence, then the first recorded fingerprint, then the marker for a report that
   * is still to be indexed; null when there is none of these. The marker does not apply to the
   * notes key, which is recorded when it is created.
   */
  static final String RECORDED_FINGERPRINT_SQL =
      """
      coalesce(
        (select case e.action when '%2$s' then '%4$s' else e.reason end
         from audit_event e
         where e.object = 'report/' || s.id
           and e.action in (case k.what when '%5$s' then '%6$s' else '%1$s' end, '%2$s')
         order by e.action = '%2$s' desc, e.position limit 1),
        (select '%3$s' from report_to_index u
         where u.report_id = s.id and k.what is distinct from '%5$s'))"""
          .formatted(
              ReceivedReports.ACTION.code(),
              AuditAction.PURGE.code(),
              ReceivedFingerprint.PENDING_TEXT,
              ReceivedFingerprint.PURGED_TEXT,
              WrappedKey.NOTES,
              AuditAction.NOTES_SEALED.code());

  /**
   * Finds the key wrapped for one of the municipalities; prefers the municipality that has the
   * report.
   */
  static Optional<StoredKey> find(
      EntityManager database, UUID report, String keyName, List<String> municipalities) {
    List<?> rows =
        database
            .createNativeQuery(
                "select k.recipient, k.wrapped, "
                    + RECORDED_FINGERPRINT_SQL
                    + " from wrapped_key k join report s on s.id = k.report_id"
                    + " where k.report_id = ?1 and k.what = ?2 and k.recipient in (?3)"
                    + " order by k.recipient = s.municipality desc nulls last, k.recipient limit 1",
                Object[].class)
            .setParameter(1, report)
            .setParameter(2, keyName)
            .setParameter(3, municipalities)
            .getResultList();
    return rows.stream().map(row -> of((Object[]) row)).findFirst();
  }

  private static StoredKey of(@Nullable Object[] row) {
    return new StoredKey(
        String.valueOf(row[0]),
        row[1] instanceof byte[] wrapped ? wrapped : new byte[0],
        ReceivedFingerprint.of((String) row[2]));
  }
}
