package nl.uitweg.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.uitweg.sealing.Receipt;
import nl.uitweg.sealing.ReceiptWrap;
import nl.uitweg.sealing.Receipts;
import nl.uitweg.sealing.UnsealException;

/**
 * What the holder of a code may see and do. The report itself is not among it: the code does not
 * open it.
 */
@ApplicationScoped
public class FollowUp {

  private final Receipts receipts;
  private final DatabaseAccess access;
  private final EntityManager database;
  private final Clock clock;

  FollowUp(Receipts receipts, DatabaseAccess access, EntityManager database, Clock clock) {
    this.receipts = receipts;
    this.access = access;
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param mayWithdraw whether the report can still be withdrawn
   */
  public record Overview(SignalState state, List<OpenMessage> messages, boolean mayWithdraw) {}

  /** A wrong code costs the same time as a right one: the derivation comes before the look-up. */
  @Transactional
  public Optional<Overview> open(Receipt receipt) {
    return with(receipt, found -> overview(found));
  }

  /**
   * Adds a message; a report that was waiting for it goes back to the officer. Empty when the code
   * is not right.
   */
  @Transactional
  public Optional<Overview> say(Receipt receipt, String text) {
    return with(
        receipt,
        found -> {
          found.conversation().add(false, text);
          if (found.state() == SignalState.WAITING_FOR_REPORTER) {
            change(found, SignalState.IN_PROGRESS);
          }
          return overview(state(found.signalId(), found.conversation()));
        });
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
          database
              .createQuery("delete from Message where signalId = ?1 and read = true")
              .setParameter(1, found.signalId())
              .executeUpdate();
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
            change(found, SignalState.WITHDRAWN);
          }
          return overview(state(found.signalId(), found.conversation()));
        });
  }

  private record Found(UUID signalId, SignalState state, Conversation conversation) {}

  private <T> Optional<T> with(Receipt receipt, Function<Found, T> action) {
    Receipts.Access opened = receipts.access(receipt);
    access.reporter(opened.lookupId());
    return Optional.<StoredReceipt>ofNullable(StoredReceipt.findById(opened.lookupId()))
        .flatMap(stored -> find(opened, stored))
        .map(action);
  }

  private Optional<Found> find(Receipts.Access opened, StoredReceipt stored) {
    try {
      Conversation conversation =
          new Conversation(
              stored.signalId, ReceiptWrap.unwrap(opened, stored.signalId, stored.wrapped), clock);
      return Optional.of(state(stored.signalId, conversation));
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }

  /** Only the columns that the public tier may see. */
  private Found state(UUID signalId, Conversation conversation) {
    SignalState state =
        database
            .createQuery("select state from Signal where id = ?1", SignalState.class)
            .setParameter(1, signalId)
            .getSingleResult();
    return new Found(signalId, state, conversation);
  }

  private void change(Found found, SignalState to) {
    database
        .createQuery("update Signal set state = ?1, version = version + 1 where id = ?2")
        .setParameter(1, to)
        .setParameter(2, found.signalId())
        .executeUpdate();
  }

  private static boolean mayWithdraw(SignalState state) {
    return Transitions.allowed(state, SignalState.WITHDRAWN, Transitions.Actor.REPORTER);
  }

  private static Overview overview(Found found) {
    return new Overview(
        found.state(), found.conversation().read(false), mayWithdraw(found.state()));
  }
}
