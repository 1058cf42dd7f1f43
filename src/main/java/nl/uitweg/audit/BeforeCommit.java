package nl.uitweg.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Does work just before the caller's transaction commits, in the order in which it was asked for:
 * work that takes a lock for which others wait. When it fails, the transaction is rolled back.
 */
@ApplicationScoped
public class BeforeCommit {

  private static final String KEY = BeforeCommit.class.getName();

  private final TransactionSynchronizationRegistry registry;
  private final TransactionManager transactions;

  BeforeCommit(TransactionSynchronizationRegistry registry, TransactionManager transactions) {
    this.registry = registry;
    this.transactions = transactions;
  }

  /** Work may ask for more work. A transaction that will be rolled back does none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void run(Runnable work) {
    if (registry.getRollbackOnly()) {
      return;
    }
    if (registry.getResource(KEY) instanceof Queue queue) {
      queue.work.add(work);
      return;
    }
    Queue queue = new Queue();
    queue.work.add(work);
    register(queue);
    registry.putResource(KEY, queue);
  }

  /** Not interposed: those come last, when the connection was given back to the pool already. */
  private void register(Queue queue) {
    try {
      transactions.getTransaction().registerSynchronization(queue);
    } catch (RollbackException | SystemException e) {
      throw new IllegalStateException("The transaction takes no more work", e);
    }
  }

  private static final class Queue implements Synchronization {

    private final Deque<Runnable> work = new ArrayDeque<>();

    @Override
    public void beforeCompletion() {
      while (!work.isEmpty()) {
        work.removeFirst().run();
      }
    }

    @Override
    public void afterCompletion(int status) {
      work.clear();
    }
  }
}
