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
  private final FairScheduler turns = new FairScheduler(Quota.of(4, 2));

  @Test
  void startsAtOnceWhileThereIsRoom() {
    enter(ATTACKER, "a0");
    enter(ATTACKER, "a1");
    enter(ATTACKER, "a2");
    enter(PERSON, "person");
    assertThat(started).containsExactly("a0", "a1", "person");
  }

  @Test
  void originsHaveTheirTurnsOneAfterTheOther() {
    List<FairScheduler.Turn> running =
        List.of(
            enter(ATTACKER, "a0"), enter(ATTACKER, "a1"),
            enter(new Origin("b", false), "b0"), enter(new Origin("b", false), "b1"));
    IntStream.range(2, 50).forEach(i -> enter(ATTACKER, "a" + i));
    enter(PERSON, "person");
    started.clear();
    running.get(0).end();
    running.get(2).end();
    assertThat(started).containsExactly("a2", "person");
  }

  @Test
  void whoGoesAwayWhileWaitingDoesNotStart() {
    FairScheduler.Turn first = enter(ATTACKER, "a0");
    enter(ATTACKER, "a1");
    FairScheduler.Turn gone = enter(ATTACKER, "gone");
    enter(ATTACKER, "next");
    gone.end();
    gone.end();
    first.end();
    assertThat(started).containsExactly("a0", "a1", "next");
  }

  @Test
  void endingTwiceMakesRoomOnce() {
    FairScheduler.Turn first = enter(ATTACKER, "a0");
    enter(ATTACKER, "a1");
    enter(ATTACKER, "a2");
    enter(ATTACKER, "a3");
    first.end();
    first.end();
    assertThat(started).containsExactly("a0", "a1", "a2");
  }

  private FairScheduler.Turn enter(Origin origin, String name) {
    return turns.enter(origin, () -> started.add(name));
  }
}
