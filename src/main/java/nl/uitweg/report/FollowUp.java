package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.platform.sealing.ReceiptKeyWrap;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.region.ReadingDeadline;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.ConversationFullException;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Transitions;
import nl.uitweg.report.intake.ReceivedFile;
import nl.uitweg.report.intake.TooManyFilesException;
import nl.uitweg.report.sealed.ReportOrigin;

/**
 * The operations that the receipt code of a report allows: reading, adding and deleting messages,
 * and withdrawing the report. The code cannot decrypt the report content.
 */
@ApplicationScoped
public class FollowUp {

  private final DatabaseAccess access;
  private final ReportStore reports;
  private final WrappedKeyStore keys;
  private final ReceiptStore receipts;
  private final Conversations conversations;
  private final Attachments attachments;
  private final Region region;
  private final ReadingDeadline deadline;

  FollowUp(
      DatabaseAccess access,
      ReportStore reports,
      WrappedKeyStore keys,
      ReceiptStore receipts,
      Conversations conversations,
      Attachments attachments,
      Region region,
      ReadingDeadline deadline) {
    this.access = access;
    this.reports = reports;
    this.keys = keys;
    this.receipts = receipts;
    this.conversations = conversations;
    this.attachments = attachments;
    this.region = region;
    this.deadline = deadline;
  }

  /**
   * What the reporter sees.
   *
   * @param mayWithdraw whether the report can still be withdrawn
   * @param readBy last day on which the municipality means to read the report; empty unless the
   *     report is new
   */
  public record Overview(
      ReportState state,
      List<ConversationMessage> messages,
      boolean mayWithdraw,
      Optional<LocalDate> readBy) {}

  /**
   * What an action of the reporter did.
   *
   * @param done false when there was nothing to delete or to take back any more
   */
  public record Result(boolean done, Overview overview) {}

  /**
   * The state and the messages of the report; empty when the code is not known. A wrong code takes
   * as long as a right one, because the access was derived before the look-up.
   */
  @Transactional
  public Optional<Overview> open(ReceiptDerivation.Access receiptAccess) {
    return with(receiptAccess, this::overview);
  }

  /**
   * Adds a message of the reporter. A report in state {@code WAITING_FOR_REPORTER} changes to
   * {@code IN_PROGRESS}. Empty when the code is not known.
   *
   * @param messageId id of the new message; if a message with this id is stored, nothing is added
   * @param files sealed files; the code cannot decrypt them
   * @throws TooManyFilesException when the report would have more files than allowed
   * @throws ConversationFullException when the conversation has the maximum number of messages
   * @throws IOException when a sealed file cannot be read from disk; then nothing is stored
   */
  @Transactional(rollbackOn = Exception.class)
  public Optional<Overview> addMessage(
      ReceiptDerivation.Access receiptAccess,
      UUID messageId,
      MessageContent content,
      List<ReceivedFile> files)
      throws TooManyFilesException, ConversationFullException, IOException {
    Optional<OpenedConversation> found = find(receiptAccess);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    OpenedConversation opened = found.get();
    if (opened.conversation().add(messageId, false, content, files.size())) {
      if (!files.isEmpty()) {
        attachments.store(
            opened.conversation(),
            Optional.of(messageId),
            files,
            file -> UUID.randomUUID(),
            recipients(opened.reportId()));
      }
      if (opened.state() == ReportState.WAITING_FOR_REPORTER) {
        change(opened, ReportState.IN_PROGRESS);
      }
    }
    return Optional.of(overview(withCurrentState(opened.reportId(), opened.conversation())));
  }

  /**
   * Municipalities for which the report is sealed. Recipients that are not a municipality of this
   * region are ignored: an attacker with the public login could have added them when the report was
   * sent.
   */
  private List<String> recipients(UUID reportId) {
    return keys.recipientsOfContent(reportId, region.ids());
  }

  /**
   * Deletes all messages that have been read: those of the officer, and those of the reporter that
   * an officer has seen. Empty when the code is not known.
   */
  @Transactional
  public Optional<Result> deleteRead(ReceiptDerivation.Access receiptAccess) {
    return with(
        receiptAccess,
        found -> {
          boolean deleted = found.conversation().deleteRead() > 0;
          return new Result(deleted, overview(found));
        });
  }

  /**
   * Takes back a message of the reporter, with its files, unless an officer has read it. When an
   * officer opens the report at the same moment, one of the two waits for the other: the message is
   * either read or taken back. A report that was in progress because of this message waits for its
   * reporter again. Empty when the code is not known.
   */
  @Transactional
  public Optional<Result> takeBack(ReceiptDerivation.Access receiptAccess, UUID message) {
    return with(
        receiptAccess,
        found -> {
          boolean takenBack = found.conversation().takeBack(message);
          return new Result(
              takenBack, overview(withCurrentState(found.reportId(), found.conversation())));
        });
  }

  /** Withdraws the report if its state allows it. Empty when the code is not known. */
  @Transactional
  public Optional<Overview> withdraw(ReceiptDerivation.Access receiptAccess) {
    return with(
        receiptAccess,
        found -> {
          if (mayWithdraw(found.state())) {
            change(found, ReportState.WITHDRAWN);
          }
          return overview(withCurrentState(found.reportId(), found.conversation()));
        });
  }

  /** The conversation of the report that belongs to a code. */
  private record OpenedConversation(UUID reportId, ReportState state, Conversation conversation) {}

  private <T> Optional<T> with(
      ReceiptDerivation.Access receiptAccess, Function<OpenedConversation, T> action) {
    return find(receiptAccess).map(action);
  }

  private Optional<OpenedConversation> find(ReceiptDerivation.Access receiptAccess) {
    access.asReporter(receiptAccess.lookupId());
    return receipts
        .findByIdOptional(receiptAccess.lookupId())
        .flatMap(stored -> find(receiptAccess, stored));
  }

  private Optional<OpenedConversation> find(
      ReceiptDerivation.Access receiptAccess, StoredReceipt stored) {
    try {
      ContentKey key = ReceiptKeyWrap.unwrap(receiptAccess, stored.reportId, stored.wrapped);
      ReportOrigin origin = new ReportOrigin(stored.reportId, reports.addressedTo(stored.reportId));
      return Optional.of(withCurrentState(stored.reportId, conversations.of(origin, key)));
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }

  private OpenedConversation withCurrentState(UUID reportId, Conversation conversation) {
    return new OpenedConversation(reportId, reports.state(reportId), conversation);
  }

  /** Changes the state, unless it has changed since {@code found} was read. */
  private void change(OpenedConversation found, ReportState to) {
    reports.changeState(found.reportId(), found.state(), to);
  }

  private static boolean mayWithdraw(ReportState state) {
    return Transitions.allowed(state, ReportState.WITHDRAWN, Transitions.Actor.REPORTER);
  }

  private Overview overview(OpenedConversation opened) {
    Optional<LocalDate> readBy =
        opened.state() == ReportState.NEW ? Optional.of(lastDayToRead(opened)) : Optional.empty();
    return new Overview(
        opened.state(), opened.conversation().read(false), mayWithdraw(opened.state()), readBy);
  }

  private LocalDate lastDayToRead(OpenedConversation opened) {
    return deadline.lastDay(
        opened.conversation().origin().addressedTo(), reports.receivedOn(opened.reportId()));
  }
}
