package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Receipt;
import nl.uitweg.platform.sealing.ReceiptKeyWrap;
import nl.uitweg.platform.sealing.Receipts;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Transitions;
import nl.uitweg.report.intake.AttachmentLimits;
import nl.uitweg.report.intake.ReceivedFile;

/**
 * What the holder of a code may see and do. The report itself is not among it: the code does not
 * open it.
 */
@ApplicationScoped
public class FollowUp {

  private final Receipts receipts;
  private final DatabaseAccess access;
  private final EntityManager database;
  private final Attachments attachments;
  private final AttachmentLimits limits;
  private final Clock clock;

  FollowUp(
      Receipts receipts,
      DatabaseAccess access,
      EntityManager database,
      Attachments attachments,
      AttachmentLimits limits,
      Clock clock) {
    this.receipts = receipts;
    this.access = access;
    this.database = database;
    this.attachments = attachments;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * @param mayWithdraw whether the report can still be withdrawn
   */
  public record Overview(ReportState state, List<OpenMessage> messages, boolean mayWithdraw) {}

  /** A wrong code costs the same time as a right one: the derivation comes before the look-up. */
  @Transactional
  public Optional<Overview> open(Receipt receipt) {
    return with(receipt, found -> overview(found));
  }

  /** The report has as many files as one report may have; nothing was stored. */
  public static final class TooManyFiles extends Exception {
    private static final long serialVersionUID = 1;
  }

  /**
   * Adds a message; a report that was waiting for it goes back to the officer. Empty when the code
   * is not right.
   *
   * @param messageId the same id a second time adds nothing
   * @param files sealed already; after this, the code no longer opens them
   * @throws IOException when a sealed file cannot be read back; then nothing is stored
   */
  @Transactional(rollbackOn = Exception.class)
  public Optional<Overview> say(
      Receipt receipt, UUID messageId, MessageContent words, List<ReceivedFile> files)
      throws TooManyFiles, IOException {
    Optional<Found> known = find(receipt);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Found found = known.get();
    if (found.conversation().add(messageId, false, words, files.size())) {
      if (!files.isEmpty()) {
        database.flush();
        if (attachments.count(found.reportId()) + files.size() > limits.perReport()) {
          throw new TooManyFiles();
        }
        attachments.store(
            found.conversation(), files, file -> UUID.randomUUID(), recipients(found.reportId()));
      }
      if (found.state() == ReportState.WAITING_FOR_REPORTER) {
        change(found, ReportState.IN_PROGRESS);
      }
    }
    return Optional.of(overview(state(found.reportId(), found.conversation())));
  }

  /** For whom the report is sealed, beside recovery. */
  private List<String> recipients(UUID reportId) {
    return database
        .createQuery(
            "select recipient from WrappedKey where reportId = ?1 and what = ?2 and recipient <>"
                + " ?3",
            String.class)
        .setParameter(1, reportId)
        .setParameter(2, WrappedKey.REPORT)
        .setParameter(3, Sealer.RECOVERY)
        .getResultList();
  }

  /**
   * Deletes what has been read: the officer's messages, and the reporter's own that an officer has
   * opened.
   */
  @Transactional
  public Optional<Overview> deleteRead(Receipt receipt) {
    return with(
        receipt,
        found -> {
          database.flush();
          database.createNativeQuery("select portal_delete_read_messages()").getSingleResult();
          database.clear();
          return overview(found);
        });
  }

  /** Withdraws the report, when its state allows it. */
  @Transactional
  public Optional<Overview> withdraw(Receipt receipt) {
    return with(
        receipt,
        found -> {
          if (mayWithdraw(found.state())) {
            change(found, ReportState.WITHDRAWN);
          }
          return overview(state(found.reportId(), found.conversation()));
        });
  }

  private record Found(UUID reportId, ReportState state, Conversation conversation) {}

  private <T> Optional<T> with(Receipt receipt, Function<Found, T> action) {
    return find(receipt).map(action);
  }

  private Optional<Found> find(Receipt receipt) {
    Receipts.Access opened = receipts.accessForReading(receipt);
    access.asReporter(opened.lookupId());
    return Optional.<StoredReceipt>ofNullable(StoredReceipt.findById(opened.lookupId()))
        .flatMap(stored -> find(opened, stored));
  }

  private Optional<Found> find(Receipts.Access opened, StoredReceipt stored) {
    try {
      ContentKey key = ReceiptKeyWrap.unwrap(opened, stored.reportId, stored.wrapped);
      ReportOrigin origin = new ReportOrigin(stored.reportId, addressee(stored.reportId));
      return Optional.of(state(stored.reportId, new Conversation(origin, key, clock)));
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }

  private Optional<String> addressee(UUID reportId) {
    return Optional.ofNullable(
        database
            .createQuery("select addressedTo from Report where id = ?1", String.class)
            .setParameter(1, reportId)
            .getSingleResult());
  }

  /** Only the columns that the public tier may see. */
  private Found state(UUID reportId, Conversation conversation) {
    ReportState state =
        database
            .createQuery("select state from Report where id = ?1", ReportState.class)
            .setParameter(1, reportId)
            .getSingleResult();
    return new Found(reportId, state, conversation);
  }

  private void change(Found found, ReportState to) {
    database
        .createQuery("update Report set state = ?1, version = version + 1 where id = ?2")
        .setParameter(1, to)
        .setParameter(2, found.reportId())
        .executeUpdate();
  }

  private static boolean mayWithdraw(ReportState state) {
    return Transitions.allowed(state, ReportState.WITHDRAWN, Transitions.Actor.REPORTER);
  }

  private static Overview overview(Found found) {
    return new Overview(
        found.state(), found.conversation().read(false), mayWithdraw(found.state()));
  }
}
