package nl.uitweg.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.SealedFile;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.AttachmentInfo;
import nl.uitweg.report.content.ReportFormat;

/**
 * Seals chosen files of a report again with keys derived from that of a referral, so that the
 * receiver can decrypt these files and no others. Callers must have started a transaction.
 */
@ApplicationScoped
public class SharedFiles {

  private static final String KIND = "referral-file";

  private final Referrals referrals;
  private final ReferralFileStore files;

  SharedFiles(Referrals referrals, ReferralFileStore files) {
    this.referrals = referrals;
    this.files = files;
  }

  /**
   * Adds a file to a referral.
   *
   * @param name neutral file name for the receiver
   * @param keysets names of the keysets that may unwrap the key of the referral
   */
  public void add(
      UUID referral, List<String> keysets, String name, AttachmentInfo attachment, byte[] content)
      throws UnsealException {
    UUID id = UUID.randomUUID();
    ContentKey key = referrals.key(referral, keysets).derive(KIND, id);
    int position = files.nextPosition(referral);
    ReferralFile.Metadata metadata =
        new ReferralFile.Metadata(
            name,
            attachment.mediaType(),
            content.length,
            attachment.cleaned(),
            attachment.scanned());
    byte[] sealed =
        key.seal(ReferralFile.associatedData(referral, id, position), ReportFormat.write(metadata));
    files.add(new ReferralFile(id, referral, position, sealed), seal(key, content));
  }

  /** The files of a referral, in the order in which they were chosen. */
  public List<SharedFile> of(Referral referral, List<String> keysets) {
    return files.of(referral.id()).stream().map(file -> open(file, keysets)).toList();
  }

  /**
   * Decrypts the content of a file of a referral. The whole file is authenticated before this
   * method returns.
   *
   * @throws UnsealException when the file was altered, truncated or replaced
   */
  public byte[] content(Referral referral, SharedFile file, List<String> keysets)
      throws UnsealException {
    ContentKey key = referrals.key(referral.id(), keysets).derive(KIND, file.id());
    return SealedFile.open(key, files.sealedContent(file.id()), file.size());
  }

  private SharedFile open(ReferralFile file, List<String> keysets) {
    try {
      ContentKey key = referrals.key(file.referralId, keysets).derive(KIND, file.id);
      ReferralFile.Metadata metadata =
          ReportFormat.read(
              key.open(file.associatedData(), file.sealed), ReferralFile.Metadata.class);
      return new SharedFile(
          file.id,
          metadata.name(),
          metadata.mediaType(),
          metadata.size(),
          metadata.cleaned(),
          metadata.scanned(),
          true);
    } catch (UnsealException | IllegalStateException e) {
      return SharedFile.unreadable(file.id);
    }
  }

  private static byte[] seal(ContentKey key, byte[] content) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream sealing = SealedFile.sealing(key, sealed)) {
      sealing.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be sealed in memory", e);
    }
    return sealed.toByteArray();
  }
}
