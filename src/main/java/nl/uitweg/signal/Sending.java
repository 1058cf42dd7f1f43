package nl.uitweg.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.region.Region;
import nl.uitweg.sealing.ContentKey;
import nl.uitweg.sealing.Receipt;
import nl.uitweg.sealing.ReceiptWrap;
import nl.uitweg.sealing.Receipts;
import nl.uitweg.sealing.Sealer;
import nl.uitweg.signal.attachment.ReceivedFile;

/**
 * Stores a report, already sealed. Sending the same form twice stores it once and gives the same
 * code.
 */
@ApplicationScoped
public class Sending {

  static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
  static final String CONTENT = "report";

  private final Sealer sealer;
  private final Receipts receipts;
  private final Region region;
  private final DatabaseAccess access;
  private final EntityManager database;
  private final Attachments attachments;

  Sending(
      Sealer sealer,
      Receipts receipts,
      Region region,
      DatabaseAccess access,
      EntityManager database,
      Attachments attachments) {
    this.sealer = sealer;
    this.receipts = receipts;
    this.region = region;
    this.access = access;
    this.database = database;
    this.attachments = attachments;
  }

  /**
   * @param formSeed the random seed of the form; id and code follow from it and from the answers,
   *     so that sending again is the same report, and sending again with changes is another
   * @param files sealed already; those of an earlier sending of this form are not stored again
   * @return the code; the report is stored when this returns
   * @throws IOException when a sealed file cannot be read back; then nothing is stored
   */
  @Transactional(rollbackOn = Exception.class)
  public Receipt send(byte[] formSeed, Report report, List<ReceivedFile> files) throws IOException {
    byte[] seed = receipts.seedOf(formSeed, report.digest());
    UUID id = receipts.reportId(seed);
    Receipt receipt = receipts.receipt(seed);
    Receipts.Access opened = receipts.accessForSending(receipt);
    access.sending(id);
    List<String> recipients =
        report
            .choice(Question.MUNICIPALITY)
            .filter(chosen -> region.byId(chosen).isPresent())
            .map(List::of)
            .orElseGet(region::ids);
    if (claim(id)) {
      store(id, report, recipients, opened);
    }
    attachments.store(id, files, file -> receipts.fileId(seed, file.digest()), recipients);
    return receipt;
  }

  private void store(UUID id, Report report, List<String> recipients, Receipts.Access opened) {
    ContentKey content = sealer.freshKey();
    Signal signal =
        new Signal(
            id,
            recipients.size() == 1 ? recipients.get(0) : null,
            report.choices().getOrDefault(Question.FORMS, List.of()),
            Urgency.of(report),
            LocalDate.ofInstant(report.sentAt(), DUTCH_TIME),
            content.seal(CONTENT, id, ReportFormat.write(report)));
    signal.persist();
    store(id, WrappedKey.REPORT, sealer.wrap(content, WrappedKey.REPORT, id, recipients));
    ContentKey conversation = sealer.freshKey();
    store(
        id,
        WrappedKey.CONVERSATION,
        sealer.wrap(conversation, WrappedKey.CONVERSATION, id, recipients));
    new StoredReceipt(opened.lookupId(), id, ReceiptWrap.wrap(opened, conversation, id)).persist();
    database.flush();
  }

  /**
   * Takes the id for this transaction; a second sender of the same form waits here until the first
   * is done, and then finds it taken.
   */
  private boolean claim(UUID id) {
    database
        .createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
        .setParameter(1, id.getMostSignificantBits())
        .getSingleResult();
    return database
        .createQuery("select id from Signal where id = ?1", UUID.class)
        .setParameter(1, id)
        .getResultList()
        .isEmpty();
  }

  private static void store(UUID id, String what, Map<String, byte[]> wrapped) {
    wrapped.forEach((recipient, key) -> new WrappedKey(id, what, recipient, key).persist());
  }
}
