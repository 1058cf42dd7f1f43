package nl.uitweg.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.Deque;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;

/**
 * Does work just before the caller's transaction commits, in the order in which it was asked for:
 * work that takes a lock for which others wait. When it fails, the transaction is rolled back.
 */
@ApplicationScoped
public class BeforeCommit {

  private static final String KEY = BeforeCommit.class.getName();

  private final TransactionSynchronizationRegistry registry;
  private final EntityManager database;

  BeforeCommit(TransactionSynchronizationRegistry registry, EntityManager database) {
    this.registry = registry;
    this.database = database;
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
    // Hibernate gives its connection back right after these callbacks. Work that ran later would
    // take the connection once more, and nobody would give it back before the commit.
    database
        .unwrap(SharedSessionContractImplementor.class)
        .getTransactionCompletionCallbacks()
        .registerCallback(queue);
    registry.putResource(KEY, queue);
  }

  private static final class Queue implements BeforeCompletionCallback {

    private final Deque<Runnable> work = new ArrayDeque<>();

    @Override
    public void doBeforeTransactionCompletion(SharedSessionContractImplementor session) {
      while (!work.isEmpty()) {
        work.removeFirst().run();
      }
    }
  }
}
