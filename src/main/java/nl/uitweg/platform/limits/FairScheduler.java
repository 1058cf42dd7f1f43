package nl.uitweg.platform.limits;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.limits.Origins.Origin;

/**
 * Starts tasks up to a maximum in total and a maximum per origin. Other tasks wait in the queue of
 * their origin; the queues are served round-robin.
 */
public final class FairScheduler {

  private final Quota quota;
  private final Map<String, Queue> queues = new LinkedHashMap<>();
  private int running;

  public FairScheduler(Quota quota) {
    this.quota = quota;
  }

  private static final class Queue {
    final Origin origin;
    final Deque<Task> waiting = new ArrayDeque<>();
    int running;

    Queue(Origin origin) {
      this.origin = origin;
    }
  }

  /** One task: waiting, running or finished. */
  public final class Task {
    private final Queue queue;
    private final Runnable start;
    private boolean running;
    private boolean finished;

    private Task(Queue queue, Runnable start) {
      this.queue = queue;
      this.start = start;
    }

    /** Marks the task as done or cancelled; may be called more than once. */
    public void finish() {
      complete(this);
    }
  }

  /**
   * Queues a task.
   *
   * @param start runs when the task may start: immediately, or on the thread that finishes another
   *     task; must not block
   */
  public Task submit(Origin origin, Runnable start) {
    Task task;
    synchronized (this) {
      Queue queue = queues.computeIfAbsent(origin.name(), name -> new Queue(origin));
      task = new Task(queue, start);
      queue.waiting.add(task);
    }
    startNext();
    return task;
  }

  private void complete(Task task) {
    synchronized (this) {
      if (task.finished) {
        return;
      }
      task.finished = true;
      if (task.running) {
        running--;
        task.queue.running--;
      } else {
        task.queue.waiting.remove(task);
      }
      removeIfIdle(task.queue);
    }
    startNext();
  }

  private void startNext() {
    for (Optional<Task> next = next(); next.isPresent(); next = next()) {
      next.get().start.run();
    }
  }

  private synchronized Optional<Task> next() {
    if (running >= quota.totalSlots()) {
      return Optional.empty();
    }
    for (Queue queue : queues.values()) {
      if (!queue.waiting.isEmpty() && queue.running < quota.slots(queue.origin)) {
        Task task = queue.waiting.remove();
        task.running = true;
        queue.running++;
        running++;
        queues.remove(queue.origin.name());
        queues.put(queue.origin.name(), queue); // to the end of the round-robin order
        return Optional.of(task);
      }
    }
    return Optional.empty();
  }

  private void removeIfIdle(Queue queue) {
    if (queue.waiting.isEmpty() && queue.running == 0) {
      queues.remove(queue.origin.name());
    }
  }
}
