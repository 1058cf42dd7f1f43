package nl.uitweg.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.uitweg.platform.limits.FairSlotPool.Slot;
import nl.uitweg.platform.limits.FairSlotPool.WhenFull;
import nl.uitweg.platform.limits.Origins.Origin;
import org.junit.jupiter.api.Test;

class FairSlotPoolTest {

  private static final Origin ATTACKER = new Origin("attacker", false);
  private static final Origin PERSON = new Origin("person", false);

  private final List<String> revoked = new ArrayList<>();

  @Test
  void revokesTheOldestSlotOfAnOriginAtItsQuota() {
    FairSlotPool slots = new FairSlotPool(Quota.of(10, 3), WhenFull.REPLACE_OLDEST);
    for (int i = 0; i < 5; i++) {
      assertThat(take(slots, ATTACKER, "attacker " + i)).isNotNull();
    }
    assertThat(revoked).containsExactly("attacker 0", "attacker 1");
    assertThat(slots.inUse()).isEqualTo(3);
  }

  @Test
  void refusesASlotToAnOriginAtItsQuota() {
    FairSlotPool slots = new FairSlotPool(Quota.of(10, 3), WhenFull.REFUSE);
    IntStream.range(0, 3).forEach(i -> take(slots, ATTACKER, "attacker " + i));
    assertThat(slots.take(ATTACKER, () -> {})).isEmpty();
    assertThat(slots.take(PERSON, () -> {})).isPresent();
    assertThat(revoked).isEmpty();
  }

  @Test
  void revokesFromTheOriginWithMostSlotsWhenFull() {
    for (WhenFull whenFull : WhenFull.values()) {
      revoked.clear();
      FairSlotPool slots = new FairSlotPool(Quota.of(5, 4), whenFull);
      take(slots, PERSON, "person");
      IntStream.range(0, 4).forEach(i -> take(slots, ATTACKER, "attacker " + i));
      assertThat(slots.take(new Origin("other", false), () -> {})).isPresent();
      assertThat(revoked).containsExactly("attacker 0");
      assertThat(slots.inUse()).isEqualTo(5);
    }
  }

  @Test
  void neverRevokesFromAnOriginWithFewerSlots() {
    FairSlotPool slots = new FairSlotPool(Quota.of(4, 4), WhenFull.REFUSE);
    List.of("a", "b", "c", "d").forEach(name -> take(slots, new Origin(name, false), name));
    assertThat(slots.take(ATTACKER, () -> {})).isEmpty();
    assertThat(revoked).isEmpty();
  }

  @Test
  void neverRevokesAPinnedSlot() {
    FairSlotPool slots = new FairSlotPool(Quota.of(10, 2), WhenFull.REPLACE_OLDEST);
    assertThat(take(slots, ATTACKER, "in work").pin()).isTrue();
    take(slots, ATTACKER, "idle");
    take(slots, ATTACKER, "new");
    assertThat(revoked).containsExactly("idle");
  }

  @Test
  void refusesToPinOrGrowARevokedSlot() {
    FairSlotPool slots = new FairSlotPool(Quota.of(10, 1), WhenFull.REPLACE_OLDEST);
    Slot first = take(slots, ATTACKER, "first");
    take(slots, ATTACKER, "second");
    assertThat(first.pin()).isFalse();
    assertThat(first.grow(1)).isFalse();
  }

  @Test
  void limitsBytesPerOriginAndInTotal() {
    FairSlotPool slots = new FairSlotPool(new Quota(9, 9, 100, 60), WhenFull.REPLACE_OLDEST);
    Slot first = take(slots, ATTACKER, "first");
    Slot second = take(slots, ATTACKER, "second");
    assertThat(first.grow(50)).isTrue();
    assertThat(second.grow(20)).isTrue();
    assertThat(revoked).as("70 of one origin").containsExactly("first");
    Slot other = take(slots, new Origin("other", false), "other");
    assertThat(other.grow(60)).isTrue();
    Slot person = take(slots, PERSON, "person");
    assertThat(person.grow(30)).isTrue();
    assertThat(revoked).as("110 in all").containsExactly("first", "other");
  }

  @Test
  void revokesASlotThatExceedsTheBytesByItself() {
    FairSlotPool slots = new FairSlotPool(new Quota(9, 9, 100, 60), WhenFull.REPLACE_OLDEST);
    assertThat(take(slots, ATTACKER, "large").grow(61)).isFalse();
    assertThat(revoked).containsExactly("large");
    assertThat(slots.inUse()).isZero();
  }

  @Test
  void releaseFreesSlotAndBytesOnce() {
    FairSlotPool slots = new FairSlotPool(new Quota(9, 1, 100, 60), WhenFull.REFUSE);
    Slot slot = take(slots, PERSON, "person");
    slot.grow(60);
    slot.release();
    slot.release();
    assertThat(slots.inUse()).isZero();
    assertThat(take(slots, PERSON, "again").grow(60)).isTrue();
  }

  @Test
  void givesTheOnionServiceMoreSlotsThanAnAddress() {
    FairSlotPool slots = new FairSlotPool(Quota.of(40, 2), WhenFull.REFUSE);
    Origin onion = new Origin("onion", true);
    for (int i = 0; i < 10; i++) {
      assertThat(slots.take(onion, () -> {})).isPresent();
    }
    assertThat(slots.take(onion, () -> {})).isEmpty();
  }

  private Slot take(FairSlotPool slots, Origin origin, String name) {
    return slots.take(origin, () -> revoked.add(name)).orElseThrow();
  }
}
