package nl.uitweg.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.Deque;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;

/**
 * Runs tasks just before the caller's transaction commits, in the order in which they were added.
 * It is meant for tasks that take a lock for which other transactions wait. When a task fails, the
 * transaction is rolled back.
 */
@ApplicationScoped
public class BeforeCommitTasks {

  private static final String KEY = BeforeCommitTasks.class.getName();

  private final TransactionSynchronizationRegistry registry;
  private final EntityManager database;

  BeforeCommitTasks(TransactionSynchronizationRegistry registry, EntityManager database) {
    this.registry = registry;
    this.database = database;
  }

  /**
   * Adds a task. A task may add further tasks. Does nothing when the transaction is marked for
   * rollback.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(Runnable task) {
    if (registry.getRollbackOnly()) {
      return;
    }
    if (registry.getResource(KEY) instanceof TaskQueue queue) {
      queue.tasks.add(task);
      return;
    }
    TaskQueue queue = new TaskQueue();
    queue.tasks.add(task);
    // Hibernate releases its connection right after these callbacks. A task that ran later would
    // acquire the connection again, and nothing would release it before the commit.
    database
        .unwrap(SharedSessionContractImplementor.class)
        .getTransactionCompletionCallbacks()
        .registerCallback(queue);
    registry.putResource(KEY, queue);
  }

  private static final class TaskQueue implements BeforeCompletionCallback {

    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void doBeforeTransactionCompletion(SharedSessionContractImplementor session) {
      while (!tasks.isEmpty()) {
        tasks.removeFirst().run();
      }
    }
  }
}
