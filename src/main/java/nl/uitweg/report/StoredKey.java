package nl.uitweg.report;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

/**
 * A wrapped key for one of the reader's municipalities, with what was recorded of its report when
 * it was first received; of the key of the notes, when it was made.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record StoredKey(String recipient, byte[] wrapped, ReceivedFingerprint received) {

  /**
   * The record of the key {@code k} of the report {@code s}, in SQL. That the report was purged
   * counts before all else, then the first record of what was received; null when there is none and
   * the report is not waiting for its first indexing either. The key of the notes is recorded when
   * it is made and never waits.
   */
  static final String RECORDED =
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
              ReceivedReports.ACTION,
              AuditTrail.PURGED,
              ReceivedFingerprint.PENDING_TEXT,
              ReceivedFingerprint.PURGED_TEXT,
              WrappedKey.NOTES,
              AuditTrail.NOTES_SEALED);

  /** Of the municipality that has the report, where the reader works for several. */
  static Optional<StoredKey> find(
      EntityManager database, UUID report, String what, List<String> municipalities) {
    List<?> rows =
        database
            .createNativeQuery(
                "select k.recipient, k.wrapped, "
                    + RECORDED
                    + " from wrapped_key k join report s on s.id = k.report_id"
                    + " where k.report_id = ?1 and k.what = ?2 and k.recipient in (?3)"
                    + " order by k.recipient = s.municipality desc nulls last, k.recipient limit 1",
                Object[].class)
            .setParameter(1, report)
            .setParameter(2, what)
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
