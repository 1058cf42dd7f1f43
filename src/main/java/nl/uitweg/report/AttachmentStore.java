package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores and finds sealed files and their chunks, in the caller's transaction. */
@ApplicationScoped
class AttachmentStore implements PanacheRepositoryBase<Attachment, UUID> {

  List<Attachment> of(UUID reportId) {
    return list("reportId = ?1", reportId);
  }

  /** Those of the reports that have files. */
  Set<UUID> reportsWithFiles(Collection<UUID> reportIds) {
    List<?> found =
        getEntityManager()
            .createNativeQuery(
                "select distinct report_id from attachment where report_id = any (:reports)",
                UUID.class)
            .setParameter("reports", reportIds.toArray(new UUID[0]))
            .getResultList();
    return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
  }

  /** Whether a file is stored. Selects only a column that the public tier may read. */
  boolean isStored(UUID id) {
    return count("id = ?1", id) > 0;
  }

  /** Position of the last file of a report; 0 when there is none. */
  int lastPosition(UUID reportId) {
    return getEntityManager()
        .createQuery(
            "select coalesce(max(position), 0) from Attachment where reportId = ?1", Integer.class)
        .setParameter(1, reportId)
        .getSingleResult();
  }

  /** Inserts the row of a file, without its content. */
  void insert(Attachment attachment) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into attachment (id, report_id, message_id, sealed, voucher, position)
            values (:id, :report, cast(:message as uuid), :sealed, :voucher, :position)""")
        .setParameter("id", attachment.id)
        .setParameter("report", attachment.reportId)
        .setParameter(
            "message", attachment.messageId == null ? null : attachment.messageId.toString())
        .setParameter("sealed", attachment.sealed)
        .setParameter("voucher", attachment.voucher)
        .setParameter("position", attachment.position)
        .executeUpdate();
  }

  /** Inserts one chunk of the sealed content of a file. */
  void insertChunk(UUID id, int chunk, byte[] content) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into attachment_chunk (attachment_id, position, content)
            values (:attachment, :position, :content)""")
        .setParameter("attachment", id)
        .setParameter("position", chunk)
        .setParameter("content", content)
        .executeUpdate();
  }

  /** The chunks of the sealed content of a file, in order. */
  List<byte[]> chunks(UUID id) {
    List<?> chunks =
        getEntityManager()
            .createNativeQuery(
                "select content from attachment_chunk where attachment_id = :attachment order by position",
                byte[].class)
            .setParameter("attachment", id)
            .getResultList();
    return chunks.stream().map(byte[].class::cast).toList();
  }
}
