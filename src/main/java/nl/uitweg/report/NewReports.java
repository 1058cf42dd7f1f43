package nl.uitweg.report;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.platform.sealing.ReceiptKeyWrap;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.ReportOrigin;

/**
 * Seals and stores the rows of a new report: its content, its keys and its receipt. Callers must
 * have started a transaction that may only add this report ({@code DatabaseAccess.asSenderOf}) or,
 * for {@link #storedConversation}, only use the conversation that the receipt code opens ({@code
 * asReporter}).
 */
@Singleton
class NewReports {

  private final Sealer sealer;
  private final ReportStore reports;
  private final WrappedKeyStore keys;
  private final ReceiptStore receipts;
  private final Conversations conversations;

  NewReports(
      Sealer sealer,
      ReportStore reports,
      WrappedKeyStore keys,
      ReceiptStore receipts,
      Conversations conversations) {
    this.sealer = sealer;
    this.reports = reports;
    this.keys = keys;
    this.receipts = receipts;
    this.conversations = conversations;
  }

  /** Whether the report to which the transaction is restricted has been stored. */
  boolean isStored() {
    return reports.isStoredForSender();
  }

  /**
   * Stores the report; empty when it is stored already. Concurrent submissions of the same form run
   * one after the other: the second waits for the row of the first.
   */
  Optional<Conversation> store(
      ReportOrigin origin,
      ReportContent content,
      List<String> municipalities,
      ReceiptDerivation.Access receiptAccess) {
    ContentKey contentKey = sealer.freshKey();
    if (!reports.insertIfNew(seal(origin, content, contentKey))) {
      return Optional.empty();
    }
    storeKey(origin.id(), KeyName.REPORT, contentKey, municipalities);
    ContentKey conversationKey = sealer.freshKey();
    storeKey(origin.id(), KeyName.CONVERSATION, conversationKey, municipalities);
    receipts.persistAndFlush(
        new StoredReceipt(
            receiptAccess.lookupId(),
            origin.id(),
            ReceiptKeyWrap.wrap(receiptAccess, conversationKey, origin.id())));
    return Optional.of(conversations.of(origin, conversationKey));
  }

  private static Report seal(ReportOrigin origin, ReportContent content, ContentKey key) {
    List<String> forms = content.choices().getOrDefault(Question.FORMS, List.of());
    LocalDate receivedOn = LocalDate.ofInstant(content.sentAt(), DutchTime.ZONE);
    return new Report(
        origin,
        forms,
        Urgency.of(content),
        receivedOn,
        key.seal(origin.report(forms, receivedOn), ReportFormat.write(content)));
  }

  private void storeKey(UUID id, String keyName, ContentKey key, List<String> municipalities) {
    keys.persistAll(id, keyName, sealer.wrap(key, keyName, id, municipalities));
  }

  /** The conversation of a report that was stored by an earlier submission of its form. */
  Conversation storedConversation(ReportOrigin origin, ReceiptDerivation.Access receiptAccess) {
    StoredReceipt stored =
        receipts
            .findByIdOptional(receiptAccess.lookupId())
            .orElseThrow(() -> new IllegalStateException("A stored report has no receipt"));
    try {
      return conversations.of(
          origin, ReceiptKeyWrap.unwrap(receiptAccess, origin.id(), stored.wrapped));
    } catch (UnsealException e) {
      throw new IllegalStateException("The receipt of a stored report cannot be decrypted", e);
    }
  }
}
