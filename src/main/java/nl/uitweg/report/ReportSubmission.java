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
import nl.uitweg.platform.sealing.ReceiptCode;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.platform.sealing.ReceiptKeyWrap;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.intake.ReceivedFile;
import nl.uitweg.report.intake.TooManyFilesException;

/**
 * Seals and stores a report. Sending the same form twice stores it once and returns the same code.
 */
@ApplicationScoped
public class ReportSubmission {

  private final Sealer sealer;
  private final ReceiptDerivation receiptDerivation;
  private final Region region;
  private final DatabaseAccess access;
  private final EntityManager database;
  private final Attachments attachments;
  private final Clock clock;

  ReportSubmission(
      Sealer sealer,
      ReceiptDerivation receiptDerivation,
      Region region,
      DatabaseAccess access,
      EntityManager database,
      Attachments attachments,
      Clock clock) {
    this.sealer = sealer;
    this.receiptDerivation = receiptDerivation;
    this.region = region;
    this.access = access;
    this.database = database;
    this.attachments = attachments;
    this.clock = clock;
  }

  /**
   * The code of a report that is stored already, because the same form with the same answers was
   * sent before. Unlike {@link #submit}, this method does not use the expensive key derivation, so
   * that sending a form repeatedly does not load the site.
   *
   * @param formSeed as for {@link #submit}
   * @return empty when the report is not stored
   */
  @Transactional
  public Optional<ReceiptCode> findStored(byte[] formSeed, ReportContent content) {
    byte[] seed = receiptDerivation.reportSeed(formSeed, content.digest());
    UUID id = receiptDerivation.reportId(seed);
    access.asSenderOf(id);
    Object stored = database.createNativeQuery("select portal_is_stored()").getSingleResult();
    return Boolean.TRUE.equals(stored)
        ? Optional.of(receiptDerivation.receiptCode(seed))
        : Optional.empty();
  }

  /**
   * Seals and stores a report with its files. What an earlier submission of the same form with the
   * same answers stored is not stored again.
   *
   * @param formSeed random seed of the form. The id and the code of the report are derived from it
   *     and from the answers, so that the same form with other answers becomes another report.
   * @param files sealed files
   * @return the code for the reporter
   * @throws TooManyFilesException when the same form was sent before with other files, and the
   *     report would have more files than allowed; then no file is stored
   * @throws IOException when a sealed file cannot be read from disk; then nothing is stored
   */
  @Transactional(rollbackOn = Exception.class)
  public ReceiptCode submit(byte[] formSeed, ReportContent content, List<ReceivedFile> files)
      throws TooManyFilesException, IOException {
    byte[] reportSeed = receiptDerivation.reportSeed(formSeed, content.digest());
    UUID id = receiptDerivation.reportId(reportSeed);
    ReceiptCode receipt = receiptDerivation.receiptCode(reportSeed);
    ReceiptDerivation.Access receiptAccess = receiptDerivation.accessForSending(receipt);
    access.asSenderOf(id);
    List<String> recipients =
        content
            .choice(Question.MUNICIPALITY)
            .filter(chosen -> region.byId(chosen).isPresent())
            .map(List::of)
            .orElseGet(region::ids);
    ReportOrigin origin =
        new ReportOrigin(
            id, recipients.size() == 1 ? Optional.of(recipients.get(0)) : Optional.empty());
    Optional<Conversation> conversation = store(origin, content, recipients, receiptAccess);
    if (!files.isEmpty()) {
      attachments.store(
          conversation.orElseGet(() -> storedConversation(origin, receiptAccess)),
          files,
          file -> receiptDerivation.fileId(reportSeed, file.digest()),
          recipients);
    }
    return receipt;
  }

  /** The conversation of a report that was stored by an earlier submission of this form. */
  private Conversation storedConversation(
      ReportOrigin origin, ReceiptDerivation.Access receiptAccess) {
    access.asReporter(receiptAccess.lookupId());
    StoredReceipt stored =
        StoredReceipt.<StoredReceipt>findByIdOptional(receiptAccess.lookupId())
            .orElseThrow(() -> new IllegalStateException("A stored report has no receipt"));
    try {
      return new Conversation(
          origin, ReceiptKeyWrap.unwrap(receiptAccess, origin.id(), stored.wrapped), clock);
    } catch (UnsealException e) {
      throw new IllegalStateException("The receipt of a stored report cannot be decrypted", e);
    }
  }

  /**
   * Stores the report; empty when it is stored already. Concurrent submissions of the same form run
   * one after the other: the second waits for the row of the first.
   */
  private Optional<Conversation> store(
      ReportOrigin origin,
      ReportContent content,
      List<String> recipients,
      ReceiptDerivation.Access receiptAccess) {
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
    if (!report.insertIfNew()) {
      return Optional.empty();
    }
    storeKeys(id, WrappedKey.REPORT, sealer.wrap(contentKey, WrappedKey.REPORT, id, recipients));
    ContentKey conversationKey = sealer.freshKey();
    storeKeys(
        id,
        WrappedKey.CONVERSATION,
        sealer.wrap(conversationKey, WrappedKey.CONVERSATION, id, recipients));
    new StoredReceipt(
            receiptAccess.lookupId(), id, ReceiptKeyWrap.wrap(receiptAccess, conversationKey, id))
        .persist();
    database.flush();
    return Optional.of(new Conversation(origin, conversationKey, clock));
  }

  private static void storeKeys(UUID id, String keyName, Map<String, byte[]> wrapped) {
    WrappedKey.persistAll(id, keyName, wrapped);
  }
}
