package nl.uitweg.platform.limits;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.limits.Origins.Origin;

/**
 * Lets work start a few at a time, so many of one origin and so many in all; who waits, waits in
 * the queue of their own origin, and the origins have their turns one after the other.
 */
public final class FairScheduler {

  private final Quota share;
  private final Map<String, Queue> queues = new LinkedHashMap<>();
  private int running;

  public FairScheduler(Quota share) {
    this.share = share;
  }

  private static final class Queue {
    final Origin origin;
    final Deque<Turn> waiting = new ArrayDeque<>();
    int running;

    Queue(Origin origin) {
      this.origin = origin;
    }
  }

  /** One piece of work: waiting, running or over. */
  public final class Turn {
    private final Queue queue;
    private final Runnable start;
    private boolean running;
    private boolean over;

    private Turn(Queue queue, Runnable start) {
      this.queue = queue;
      this.start = start;
    }

    /** The work is done, or is no longer wanted; may be called more than once. */
    public void end() {
      finish(this);
    }
  }

  /**
   * @param start runs when it is this one's turn: at once, or on the thread that ends another turn;
   *     must not take long
   */
  public Turn enter(Origin origin, Runnable start) {
    Turn turn;
    synchronized (this) {
      Queue queue = queues.computeIfAbsent(origin.name(), name -> new Queue(origin));
      turn = new Turn(queue, start);
      queue.waiting.add(turn);
    }
    startNext();
    return turn;
  }

  private void finish(Turn turn) {
    synchronized (this) {
      if (turn.over) {
        return;
      }
      turn.over = true;
      if (turn.running) {
        running--;
        turn.queue.running--;
      } else {
        turn.queue.waiting.remove(turn);
      }
      forget(turn.queue);
    }
    startNext();
  }

  private void startNext() {
    for (Optional<Turn> next = next(); next.isPresent(); next = next()) {
      next.get().start.run();
    }
  }

  private synchronized Optional<Turn> next() {
    if (running >= share.inAll()) {
      return Optional.empty();
    }
    for (Queue queue : queues.values()) {
      if (!queue.waiting.isEmpty() && queue.running < share.places(queue.origin)) {
        Turn turn = queue.waiting.remove();
        turn.running = true;
        queue.running++;
        running++;
        queues.remove(queue.origin.name());
        queues.put(queue.origin.name(), queue); // the others have their turn first
        return Optional.of(turn);
      }
    }
    return Optional.empty();
  }

  private void forget(Queue queue) {
    if (queue.waiting.isEmpty() && queue.running == 0) {
      queues.remove(queue.origin.name());
    }
  }
}
