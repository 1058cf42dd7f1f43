package nl.uitweg.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.SealedFile;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.AttachmentInfo;
import nl.uitweg.report.content.ReportFormat;

/**
 * Seals chosen files of a report again with the key of a referral, so that the receiver can decrypt
 * these files and no others. Callers must have started a transaction.
 */
@ApplicationScoped
public class SharedFiles {

  private static final String KIND = "referral-file";

  private final Referrals referrals;
  private final EntityManager database;

  SharedFiles(Referrals referrals, EntityManager database) {
    this.referrals = referrals;
    this.database = database;
  }

  /**
   * Adds a file to a referral.
   *
   * @param name neutral file name for the receiver
   * @param recipients recipients whose keysets can unwrap the key of the referral
   */
  public void add(
      UUID referral,
      List<String> recipients,
      String name,
      AttachmentInfo attachment,
      byte[] content)
      throws UnsealException {
    UUID id = UUID.randomUUID();
    ContentKey key = referrals.key(referral, recipients).derive(KIND, id);
    int position = ReferralFile.of(referral).size() + 1;
    ReferralFile.Metadata metadata =
        new ReferralFile.Metadata(
            name,
            attachment.mediaType(),
            content.length,
            attachment.cleaned(),
            attachment.scanned());
    database
        .createNativeQuery(
            "insert into referral_file (id, referral_id, position, sealed, content)"
                + " values (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, id)
        .setParameter(2, referral)
        .setParameter(3, position)
        .setParameter(
            4,
            key.seal(
                ReferralFile.associatedData(referral, id, position), ReportFormat.write(metadata)))
        .setParameter(5, seal(key, content))
        .executeUpdate();
  }

  /** The files of a referral, in the order in which they were chosen. */
  public List<SharedFile> of(Referral referral, List<String> recipients) {
    List<SharedFile> files = new ArrayList<>();
    for (ReferralFile file : ReferralFile.of(referral.id())) {
      files.add(open(file, recipients));
    }
    return files;
  }

  /**
   * Decrypts the content of a file of a referral. The whole file is authenticated before this
   * method returns.
   *
   * @throws UnsealException when the file was altered, truncated or replaced
   */
  public byte[] content(Referral referral, SharedFile file, List<String> recipients)
      throws UnsealException {
    ContentKey key = referrals.key(referral.id(), recipients).derive(KIND, file.id());
    byte[] sealed =
        (byte[])
            database
                .createNativeQuery("select content from referral_file where id = ?1", byte[].class)
                .setParameter(1, file.id())
                .getSingleResult();
    return SealedFile.open(key, sealed, file.size());
  }

  private SharedFile open(ReferralFile file, List<String> recipients) {
    try {
      ContentKey key = referrals.key(file.referralId, recipients).derive(KIND, file.id);
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
