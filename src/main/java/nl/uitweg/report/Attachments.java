package nl.uitweg.report;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.intake.AttachmentLimits;
import nl.uitweg.report.intake.ReceivedFile;
import nl.uitweg.report.intake.TooManyFilesException;

/** Stores sealed files in the transaction of the report or message with which they were sent. */
@Singleton
class Attachments {

  private final Sealer sealer;
  private final EntityManager database;
  private final AttachmentLimits limits;
  private final Clock clock;

  Attachments(Sealer sealer, EntityManager database, AttachmentLimits limits, Clock clock) {
    this.sealer = sealer;
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Stores the files that are not stored yet.
   *
   * @param conversation conversation of the report to which the files belong
   * @param id gives the id of each file; if a file with this id is stored, it is skipped
   * @param municipalities municipalities for which the file keys are wrapped, in addition to the
   *     recovery keyset
   * @throws TooManyFilesException when the report would have more files than allowed; then the
   *     transaction must be rolled back
   * @throws IOException when the sealed file cannot be read back
   */
  void store(
      Conversation conversation,
      List<ReceivedFile> files,
      Function<ReceivedFile, UUID> id,
      Collection<String> municipalities)
      throws TooManyFilesException, IOException {
    for (ReceivedFile file : files) {
      store(conversation, id.apply(file), file, municipalities);
    }
  }

  private void store(
      Conversation conversation, UUID id, ReceivedFile file, Collection<String> municipalities)
      throws TooManyFilesException, IOException {
    ReportOrigin origin = conversation.origin();
    UUID reportId = origin.id();
    boolean stored =
        !database
            .createQuery("select id from Attachment where id = ?1", UUID.class)
            .setParameter(1, id)
            .getResultList()
            .isEmpty();
    if (stored) {
      return;
    }
    int position = lastPosition(reportId) + 1;
    if (position > limits.perReport()) {
      throw new TooManyFilesException();
    }
    Attachment.Metadata metadata =
        new Attachment.Metadata(
            file.name(),
            file.kind().mediaType(),
            file.size(),
            file.cleaned(),
            file.scanned(),
            clock.instant());
    database
        .createNativeQuery(
            "insert into attachment (id, report_id, sealed, voucher, position)"
                + " values (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, id)
        .setParameter(2, reportId)
        .setParameter(3, file.key().seal(origin.attachment(id), ReportFormat.write(metadata)))
        .setParameter(4, conversation.sealVoucher(id, file.key()))
        .setParameter(5, position)
        .executeUpdate();
    String keyName = Attachment.keyName(id);
    WrappedKey.persistAll(
        reportId, keyName, sealer.wrap(file.key(), keyName, reportId, municipalities));
    database.flush();
    for (int chunk = 0; chunk < file.chunks(); chunk++) {
      database
          .createNativeQuery(
              "insert into attachment_chunk (attachment_id, position, content) values (?1, ?2, ?3)")
          .setParameter(1, id)
          .setParameter(2, chunk)
          .setParameter(3, file.chunk(chunk))
          .executeUpdate();
    }
  }

  private int lastPosition(UUID reportId) {
    return database
        .createQuery(
            "select coalesce(max(position), 0) from Attachment where reportId = ?1", Integer.class)
        .setParameter(1, reportId)
        .getSingleResult();
  }
}
