package nl.uitweg.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.uitweg.platform.limits.Origins.Origin;
import org.junit.jupiter.api.Test;

class FairSchedulerTest {

  private static final Origin ATTACKER = new Origin("attacker", false);
  private static final Origin PERSON = new Origin("person", false);

  private final List<String> started = new ArrayList<>();
  private final FairScheduler scheduler = new FairScheduler(Quota.of(4, 2));

  @Test
  void startsImmediatelyWhileThereIsRoom() {
    submit(ATTACKER, "a0");
    submit(ATTACKER, "a1");
    submit(ATTACKER, "a2");
    submit(PERSON, "person");
    assertThat(started).containsExactly("a0", "a1", "person");
  }

  @Test
  void servesOriginsRoundRobin() {
    List<FairScheduler.Task> running =
        List.of(
            submit(ATTACKER, "a0"), submit(ATTACKER, "a1"),
            submit(new Origin("b", false), "b0"), submit(new Origin("b", false), "b1"));
    IntStream.range(2, 50).forEach(i -> submit(ATTACKER, "a" + i));
    submit(PERSON, "person");
    started.clear();
    running.get(0).finish();
    running.get(2).finish();
    assertThat(started).containsExactly("a2", "person");
  }

  @Test
  void doesNotStartACancelledTask() {
    FairScheduler.Task first = submit(ATTACKER, "a0");
    submit(ATTACKER, "a1");
    FairScheduler.Task cancelled = submit(ATTACKER, "cancelled");
    submit(ATTACKER, "next");
    cancelled.finish();
    cancelled.finish();
    first.finish();
    assertThat(started).containsExactly("a0", "a1", "next");
  }

  @Test
  void finishingTwiceFreesOneSlot() {
    FairScheduler.Task first = submit(ATTACKER, "a0");
    submit(ATTACKER, "a1");
    submit(ATTACKER, "a2");
    submit(ATTACKER, "a3");
    first.finish();
    first.finish();
    assertThat(started).containsExactly("a0", "a1", "a2");
  }

  private FairScheduler.Task submit(Origin origin, String name) {
    return scheduler.submit(origin, () -> started.add(name));
  }
}
