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
 * Seals files of a report anew under the key of a referral, so that the receiver opens what was
 * chosen and no other file of the report. Callers open the transaction.
 */
@ApplicationScoped
public class SharedFiles {

  private static final String WHAT = "referral-file";

  private final Referrals referrals;
  private final EntityManager database;

  SharedFiles(Referrals referrals, EntityManager database) {
    this.referrals = referrals;
    this.database = database;
  }

  /**
   * @param name neutral, as the receiver sees it
   * @param recipients of whom the keyset opens the referral
   */
  public void add(
      UUID referral,
      List<String> recipients,
      String name,
      AttachmentInfo attachment,
      byte[] content)
      throws UnsealException {
    UUID id = UUID.randomUUID();
    ContentKey key = referrals.key(referral, recipients).of(WHAT, id);
    int position = ReferralFile.of(referral).size() + 1;
    ReferralFile.About about =
        new ReferralFile.About(
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
                ReferralFile.associatedData(referral, id, position), ReportFormat.write(about)))
        .setParameter(5, seal(key, content))
        .executeUpdate();
  }

  /** In the order in which they were chosen. */
  public List<SharedFile> of(Referral referral, List<String> recipients) {
    List<SharedFile> files = new ArrayList<>();
    for (ReferralFile file : ReferralFile.of(referral.id())) {
      files.add(open(file, recipients));
    }
    return files;
  }

  /**
   * The content of one of the files {@link #of} a referral, checked to its last byte before
   * anything is given.
   *
   * @throws UnsealException when it was altered, cut, or swapped
   */
  public byte[] content(Referral referral, SharedFile file, List<String> recipients)
      throws UnsealException {
    ContentKey key = referrals.key(referral.id(), recipients).of(WHAT, file.id());
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
      ContentKey key = referrals.key(file.referralId, recipients).of(WHAT, file.id);
      ReferralFile.About about =
          ReportFormat.read(key.open(file.associatedData(), file.sealed), ReferralFile.About.class);
      return new SharedFile(
          file.id,
          about.name(),
          about.mediaType(),
          about.size(),
          about.cleaned(),
          about.scanned(),
          true);
    } catch (UnsealException | IllegalStateException e) {
      return SharedFile.broken(file.id);
    }
  }

  private static byte[] seal(ContentKey key, byte[] content) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream sealing = SealedFile.sealing(key, sealed)) {
      sealing.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not take the sealed file", e);
    }
    return sealed.toByteArray();
  }
}
