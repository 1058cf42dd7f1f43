package nl.uitweg.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.uitweg.sealing.Receipt;
import nl.uitweg.sealing.Receipts;

/** What the holder of a code may see. The report itself is not among it. */
@ApplicationScoped
public class FollowUp {

  private final Receipts receipts;

  FollowUp(Receipts receipts) {
    this.receipts = receipts;
  }

  /**
   * The state of the report this code belongs to; takes as long for a wrong code as for a right
   * one.
   */
  @Transactional
  public Optional<SignalState> state(Receipt receipt) {
    Receipts.Access access = receipts.access(receipt);
    return Optional.<StoredReceipt>ofNullable(StoredReceipt.findById(access.lookupId()))
        .flatMap(stored -> Signal.<Signal>findByIdOptional(stored.signalId))
        .map(Signal::state);
  }
}
