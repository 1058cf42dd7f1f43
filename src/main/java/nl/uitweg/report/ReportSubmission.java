package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Receipt;
import nl.uitweg.platform.sealing.ReceiptWrap;
import nl.uitweg.platform.sealing.Receipts;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.intake.ReceivedFile;

/**
 * Stores a report, already sealed. Sending the same form twice stores it once and gives the same
 * code.
 */
@ApplicationScoped
public class ReportSubmission {

  private final Sealer sealer;
  private final Receipts receipts;
  private final Region region;
  private final DatabaseAccess access;
  private final EntityManager database;
  private final Attachments attachments;
  private final Clock clock;

  ReportSubmission(
      Sealer sealer,
      Receipts receipts,
      Region region,
      DatabaseAccess access,
      EntityManager database,
      Attachments attachments,
      Clock clock) {
    this.sealer = sealer;
    this.receipts = receipts;
    this.region = region;
    this.access = access;
    this.database = database;
    this.attachments = attachments;
    this.clock = clock;
  }

  /**
   * @param formSeed the random seed of the form; id and code follow from it and from the answers,
   *     so that sending again is the same report, and sending again with changes is another
   * @param files sealed already; those of an earlier sending of this form are not stored again
   * @return the code; the report is stored when this returns
   * @throws IOException when a sealed file cannot be read back; then nothing is stored
   */
  @Transactional(rollbackOn = Exception.class)
  public Receipt send(byte[] formSeed, ReportContent content, List<ReceivedFile> files)
      throws IOException {
    byte[] seed = receipts.seedOf(formSeed, content.digest());
    UUID id = receipts.reportId(seed);
    Receipt receipt = receipts.receipt(seed);
    Receipts.Access opened = receipts.accessForSending(receipt);
    access.sending(id);
    List<String> recipients =
        content
            .choice(Question.MUNICIPALITY)
            .filter(chosen -> region.byId(chosen).isPresent())
            .map(List::of)
            .orElseGet(region::ids);
    ReportOrigin origin =
        new ReportOrigin(
            id, recipients.size() == 1 ? Optional.of(recipients.get(0)) : Optional.empty());
    Optional<Conversation> added =
        claim(id) ? Optional.of(store(origin, content, recipients, opened)) : Optional.empty();
    if (!files.isEmpty()) {
      attachments.store(
          added.orElseGet(() -> stored(origin, opened)),
          files,
          file -> receipts.fileId(seed, file.digest()),
          recipients);
    }
    return receipt;
  }

  /** The conversation of a report that an earlier sending of this form stored. */
  private Conversation stored(ReportOrigin origin, Receipts.Access opened) {
    access.reporter(opened.lookupId());
    StoredReceipt stored =
        StoredReceipt.<StoredReceipt>findByIdOptional(opened.lookupId())
            .orElseThrow(() -> new IllegalStateException("A stored report has no receipt"));
    try {
      return new Conversation(
          origin, ReceiptWrap.unwrap(opened, origin.id(), stored.wrapped), clock);
    } catch (UnsealException e) {
      throw new IllegalStateException("The receipt of a stored report cannot be decrypted", e);
    }
  }

  private Conversation store(
      ReportOrigin origin, ReportContent content, List<String> recipients, Receipts.Access opened) {
    UUID id = origin.id();
    ContentKey contentKey = sealer.freshKey();
    List<String> forms = content.choices().getOrDefault(Question.FORMS, List.of());
    LocalDate receivedOn = LocalDate.ofInstant(content.sentAt(), DutchTime.ZONE);
    Report report =
        new Report(
            origin,
            forms,
            Urgency.of(content),
            receivedOn,
            contentKey.seal(origin.report(forms, receivedOn), ReportFormat.write(content)));
    report.persist();
    store(id, WrappedKey.REPORT, sealer.wrap(contentKey, WrappedKey.REPORT, id, recipients));
    ContentKey conversation = sealer.freshKey();
    store(
        id,
        WrappedKey.CONVERSATION,
        sealer.wrap(conversation, WrappedKey.CONVERSATION, id, recipients));
    new StoredReceipt(opened.lookupId(), id, ReceiptWrap.wrap(opened, conversation, id)).persist();
    database.flush();
    return new Conversation(origin, conversation, clock);
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
        .createQuery("select id from Report where id = ?1", UUID.class)
        .setParameter(1, id)
        .getResultList()
        .isEmpty();
  }

  private static void store(UUID id, String what, Map<String, byte[]> wrapped) {
    wrapped.forEach((recipient, key) -> new WrappedKey(id, what, recipient, key).persist());
  }
}
