package nl.uitweg.report;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.intake.AttachmentLimits;
import nl.uitweg.report.intake.ReceivedFile;
import nl.uitweg.report.intake.TooManyFilesException;
import nl.uitweg.report.sealed.AttachmentMetadata;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.ReportOrigin;

/** Stores sealed files in the transaction of the report or message with which they were sent. */
@Singleton
class Attachments {

  private final Sealer sealer;
  private final AttachmentStore attachments;
  private final WrappedKeyStore keys;
  private final AttachmentLimits limits;
  private final Clock clock;

  Attachments(
      Sealer sealer,
      AttachmentStore attachments,
      WrappedKeyStore keys,
      AttachmentLimits limits,
      Clock clock) {
    this.sealer = sealer;
    this.attachments = attachments;
    this.keys = keys;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Stores the files that are not stored yet.
   *
   * @param conversation conversation of the report to which the files belong
   * @param message id of the stored message with which the files were sent; empty for the files of
   *     the report itself
   * @param id gives the id of each file; if a file with this id is stored, it is skipped
   * @param municipalities municipalities for which the file keys are wrapped, in addition to the
   *     recovery keyset
   * @throws TooManyFilesException when the report would have more files than allowed; then the
   *     transaction must be rolled back
   * @throws IOException when the sealed file cannot be read back
   */
  void store(
      Conversation conversation,
      Optional<UUID> message,
      List<ReceivedFile> files,
      Function<ReceivedFile, UUID> id,
      Collection<String> municipalities)
      throws TooManyFilesException, IOException {
    attachments.flush(); // stores the report or message first
    for (ReceivedFile file : files) {
      store(conversation, message, id.apply(file), file, municipalities);
    }
  }

  private void store(
      Conversation conversation,
      Optional<UUID> message,
      UUID id,
      ReceivedFile file,
      Collection<String> municipalities)
      throws TooManyFilesException, IOException {
    ReportOrigin origin = conversation.origin();
    UUID reportId = origin.id();
    if (attachments.isStored(id)) {
      return;
    }
    int position = attachments.lastPosition(reportId) + 1;
    if (position > limits.perReport()) {
      throw new TooManyFilesException();
    }
    AttachmentMetadata metadata =
        new AttachmentMetadata(
            file.name(),
            file.type().mediaType(),
            file.size(),
            file.cleaned(),
            file.scanned(),
            clock.instant());
    attachments.insert(
        new Attachment(
            id,
            reportId,
            message,
            position,
            file.key().seal(origin.attachment(id), ReportFormat.write(metadata)),
            conversation.sealVoucher(id, file.key())));
    String keyName = KeyName.attachment(id);
    keys.persistAll(reportId, keyName, sealer.wrap(file.key(), keyName, reportId, municipalities));
    attachments.flush(); // the chunks refer to rows of this file
    for (int chunk = 0; chunk < file.chunks(); chunk++) {
      attachments.insertChunk(id, chunk, file.chunk(chunk));
    }
  }
}
