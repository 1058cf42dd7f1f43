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
  void startsNoMoreTasksOfANetworkThanItsShare() {
    FairScheduler large = new FairScheduler(Quota.of(64, 12));
    for (int i = 0; i < 1_000; i++) {
      large.submit(inNetwork("attacker", i), () -> started.add("attacker"));
    }
    assertThat(started).hasSize(16);
    large.submit(PERSON, () -> started.add("person"));
    assertThat(started).hasSize(17).endsWith("person");
  }

  @Test
  void servesNetworksRoundRobin() {
    List<FairScheduler.Task> running = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      running.add(submit(inNetwork("a", i), "a" + i));
      running.add(submit(inNetwork("b", i), "b" + i));
    }
    submit(PERSON, "person");
    assertThat(started).containsExactly("a0", "b0", "a1", "b1");
    running.get(0).finish();
    running.get(1).finish();
    running.get(2).finish();
    assertThat(started).hasSize(7).endsWith("a2", "b2", "person");
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

  @Test
  void startsAnotherTaskOfANetworkForEachThatFinishes() {
    FairScheduler large = new FairScheduler(Quota.of(64, 12));
    List<FairScheduler.Task> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String name = "a" + i;
      tasks.add(large.submit(inNetwork("a", i), () -> started.add(name)));
    }
    assertThat(started).hasSize(16);
    tasks.get(3).finish();
    assertThat(started).hasSize(17).endsWith("a16");
    tasks.subList(0, 16).forEach(FairScheduler.Task::finish);
    assertThat(started).hasSize(20);
    tasks.forEach(FairScheduler.Task::finish);
    for (int i = 0; i < 20; i++) {
      large.submit(inNetwork("a", i), () -> started.add("again"));
    }
    assertThat(started).as("16 of the network again").hasSize(36);
  }

  private static Origin inNetwork(String network, int number) {
    return new Origin(network + " " + number, network, false);
  }

  private FairScheduler.Task submit(Origin origin, String name) {
    return scheduler.submit(origin, () -> started.add(name));
  }
}
