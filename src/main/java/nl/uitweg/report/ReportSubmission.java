package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.platform.sealing.ReceiptCode;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.intake.ReceivedFile;
import nl.uitweg.report.intake.TooManyFilesException;
import nl.uitweg.report.sealed.ReportOrigin;

/**
 * Seals and stores a report. Sending the same form twice with the same answers stores it once and
 * returns the same code.
 */
@ApplicationScoped
public class ReportSubmission {

  private final ReceiptDerivation receiptDerivation;
  private final Region region;
  private final DatabaseAccess access;
  private final NewReports newReports;
  private final Attachments attachments;

  ReportSubmission(
      ReceiptDerivation receiptDerivation,
      Region region,
      DatabaseAccess access,
      NewReports newReports,
      Attachments attachments) {
    this.receiptDerivation = receiptDerivation;
    this.region = region;
    this.access = access;
    this.newReports = newReports;
    this.attachments = attachments;
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
    return newReports.isStored()
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
    Optional<Conversation> conversation =
        newReports.store(origin, content, recipients, receiptAccess);
    if (!files.isEmpty()) {
      attachments.store(
          conversation.orElseGet(() -> storedConversation(origin, receiptAccess)),
          Optional.empty(),
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
    return newReports.storedConversation(origin, receiptAccess);
  }
}
