package nl.uitweg.platform.limits;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.limits.Origins.Origin;

/**
 * Starts tasks up to a maximum in total, per network and per origin. Other tasks wait in the queue
 * of their origin. The networks are served round-robin, and so are the queues within a network.
 */
public final class FairScheduler {

  private final Quota quota;
  private final Map<String, Network> networks = new LinkedHashMap<>();
  private int running;

  public FairScheduler(Quota quota) {
    this.quota = quota;
  }

  private static final class Network {
    final Map<String, Queue> queues = new LinkedHashMap<>();
    int running;
  }

  private static final class Queue {
    final Origin origin;
    final Network network;
    final Deque<Task> waiting = new ArrayDeque<>();
    int running;

    Queue(Origin origin, Network network) {
      this.origin = origin;
      this.network = network;
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
      Network network = networks.computeIfAbsent(origin.network(), name -> new Network());
      Queue queue =
          network.queues.computeIfAbsent(origin.name(), name -> new Queue(origin, network));
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
        count(task.queue, -1);
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
    Optional<Queue> ready =
        networks.values().stream()
            .flatMap(network -> network.queues.values().stream())
            .filter(this::mayStart)
            .findFirst();
    return ready.map(
        queue -> {
          moveToEnd(queue);
          count(queue, 1);
          Task task = queue.waiting.remove();
          task.running = true;
          return task;
        });
  }

  private boolean mayStart(Queue queue) {
    return !queue.waiting.isEmpty()
        && queue.running < quota.slots(queue.origin)
        && queue.network.running < quota.networkSlots(queue.origin);
  }

  /** Moves the queue and its network to the end of the round-robin order. */
  private void moveToEnd(Queue queue) {
    Origin origin = queue.origin;
    queue.network.queues.remove(origin.name());
    queue.network.queues.put(origin.name(), queue);
    networks.remove(origin.network());
    networks.put(origin.network(), queue.network);
  }

  private void count(Queue queue, int change) {
    queue.running += change;
    queue.network.running += change;
    running += change;
  }

  private void removeIfIdle(Queue queue) {
    if (queue.waiting.isEmpty() && queue.running == 0) {
      queue.network.queues.remove(queue.origin.name());
    }
    if (queue.network.queues.isEmpty()) {
      networks.remove(queue.origin.network());
    }
  }
}
