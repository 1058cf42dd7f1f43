package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.SealedFile;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.sealed.AttachmentMetadata;
import nl.uitweg.report.sealed.KeyName;

/**
 * Decrypts the files of reports for officers. {@link Attachments} stores them. Works only on the
 * tier that holds the private keysets. Callers must have started a transaction.
 */
@ApplicationScoped
public class AttachmentReader {

  private final Reports reports;
  private final KeyUnwrapper keys;
  private final AttachmentStore attachments;

  AttachmentReader(Reports reports, KeyUnwrapper keys, AttachmentStore attachments) {
    this.reports = reports;
    this.keys = keys;
    this.attachments = attachments;
  }

  /** The files of a report, oldest first; those that cannot be decrypted are last. */
  public List<AttachmentInfo> list(Report report, List<String> municipalities) {
    List<Attachment> stored = attachments.of(report.id);
    if (stored.isEmpty()) {
      return List.of();
    }
    Optional<Conversation> conversation = findConversation(report, municipalities);
    return stored.stream()
        .map(attachment -> info(report, attachment, conversation, municipalities))
        .sorted(
            Comparator.comparing(AttachmentInfo::readable)
                .reversed()
                .thenComparing(AttachmentInfo::at))
        .toList();
  }

  /** Those of the reports that have files, also when these cannot be decrypted. */
  public Set<UUID> reportsWithFiles(Collection<UUID> reportIds) {
    return attachments.reportsWithFiles(reportIds);
  }

  private AttachmentInfo info(
      Report report,
      Attachment attachment,
      Optional<Conversation> conversation,
      List<String> municipalities) {
    try {
      ContentKey key = fileKey(report, attachment, conversation, municipalities);
      AttachmentMetadata metadata =
          ReportFormat.read(
              key.open(report.origin().attachment(attachment.id), attachment.sealed),
              AttachmentMetadata.class);
      return new AttachmentInfo(attachment.id, Optional.of(metadata));
    } catch (UnsealException | IllegalStateException e) {
      return new AttachmentInfo(attachment.id, Optional.empty());
    }
  }

  /**
   * Decrypts the content of one of the files in {@link #list}. The whole file is authenticated
   * before this method returns.
   *
   * @throws UnsealException when the file was altered, truncated or replaced
   */
  public byte[] content(Report report, AttachmentInfo attachment, List<String> municipalities)
      throws UnsealException {
    Attachment stored =
        attachments
            .findByIdOptional(attachment.id())
            .orElseThrow(() -> new UnsealException("the file no longer exists"));
    ContentKey key =
        fileKey(report, stored, findConversation(report, municipalities), municipalities);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    attachments.chunks(attachment.id()).forEach(sealed::writeBytes);
    return SealedFile.open(key, sealed.toByteArray(), attachment.size());
  }

  /**
   * Unwraps the key of a file and verifies its voucher. Anyone with the public keysets can seal a
   * file, but only a holder of the conversation key can seal a voucher for it.
   */
  private ContentKey fileKey(
      Report report,
      Attachment attachment,
      Optional<Conversation> conversation,
      List<String> municipalities)
      throws UnsealException {
    String keyName = KeyName.attachment(attachment.id);
    ContentKey key = keys.unwrap(report, keyName, keys.require(report, keyName, municipalities));
    conversation
        .orElseThrow(() -> new UnsealException("the voucher of the file cannot be verified"))
        .requireVoucher(attachment.id, key, attachment.voucher);
    return key;
  }

  private Optional<Conversation> findConversation(Report report, List<String> municipalities) {
    try {
      return Optional.of(reports.conversation(report, municipalities));
    } catch (UnsealException e) {
      return Optional.empty(); // each file is then shown as unreadable
    }
  }
}
