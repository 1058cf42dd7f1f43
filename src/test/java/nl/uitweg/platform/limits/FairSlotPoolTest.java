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
  void revokesFromTheOriginWithTheMostSlotsWhenFull() {
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
  void refusesANewcomerWhenEveryOriginHoldsOneSlot() {
    FairSlotPool slots = new FairSlotPool(Quota.of(4, 4), WhenFull.REFUSE);
    List.of("a", "b", "c", "d").forEach(name -> take(slots, new Origin(name, false), name));
    assertThat(slots.take(ATTACKER, () -> {})).isEmpty();
    assertThat(revoked).isEmpty();
  }

  @Test
  void neverRevokesAPinnedSlot() {
    FairSlotPool slots = new FairSlotPool(Quota.of(10, 2), WhenFull.REPLACE_OLDEST);
    assertThat(take(slots, ATTACKER, "pinned").pin()).isTrue();
    take(slots, ATTACKER, "not pinned");
    take(slots, ATTACKER, "new");
    assertThat(revoked).containsExactly("not pinned");
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
  void allowsExactlyTheBytesOfEachLimit() {
    FairSlotPool slots = new FairSlotPool(new Quota(9, 9, 100, 60), WhenFull.REPLACE_OLDEST);
    assertThat(take(slots, ATTACKER, "origin").grow(60)).isTrue();
    assertThat(take(slots, PERSON, "total").grow(40)).isTrue();
    assertThat(revoked).isEmpty();
    FairSlotPool large = new FairSlotPool(new Quota(400, 9, 400, 30), WhenFull.REPLACE_OLDEST);
    for (int i = 0; i < 4; i++) {
      assertThat(take(large, inNetwork("attacker", i), "network").grow(25)).isTrue();
    }
    assertThat(revoked).as("100 of 100 bytes of the network").isEmpty();
    assertThat(take(large, inNetwork("attacker", 5), "network").grow(1)).isTrue();
    assertThat(revoked).as("101 bytes").hasSize(1);
  }

  @Test
  void limitsTheBytesOfOneOriginOfANetworkThatHasRoom() {
    FairSlotPool slots = new FairSlotPool(new Quota(400, 9, 400, 30), WhenFull.REPLACE_OLDEST);
    assertThat(take(slots, inNetwork("attacker", 1), "attacker").grow(31)).isFalse();
    assertThat(revoked).containsExactly("attacker");
  }

  @Test
  void saysOfEachSlotWhetherItIsStillHeldAfterGrowing() {
    FairSlotPool slots = new FairSlotPool(new Quota(9, 9, 100, 60), WhenFull.REPLACE_OLDEST);
    Slot older = take(slots, ATTACKER, "older");
    Slot newer = take(slots, ATTACKER, "newer");
    assertThat(newer.grow(30)).isTrue();
    assertThat(older.grow(31)).as("the oldest loses its slot, which is this one").isFalse();
    assertThat(revoked).containsExactly("older");
    assertThat(older.grow(0)).as("revoked").isFalse();
    newer.release();
    assertThat(newer.grow(0)).as("released").isFalse();
    assertThat(slots.inUse()).isZero();
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

  /** The limits of bodies with files: nobody may lose an upload to the networks of one customer. */
  @Test
  void keepsTheUploadsOfOthersWhenManyOriginsOfOneNetworkUpload() {
    FairSlotPool slots = new FairSlotPool(Quota.of(60, 6), WhenFull.REPLACE_OLDEST);
    IntStream.range(0, 50).forEach(i -> take(slots, new Origin("person " + i, false), "person"));
    for (int i = 0; i < 1_000; i++) {
      take(slots, inNetwork("attacker", i), "attacker");
    }
    assertThat(revoked).containsOnly("attacker");
    take(slots, new Origin("another person", false), "person");
    assertThat(revoked).containsOnly("attacker");
  }

  @Test
  void givesANetworkAtMostItsShareOfAPoolThatIsNotFull() {
    for (WhenFull whenFull : WhenFull.values()) {
      FairSlotPool slots = new FairSlotPool(Quota.of(1_000, 50), whenFull);
      IntStream.range(0, 1_000).forEach(i -> slots.take(inNetwork("attacker", i), () -> {}));
      assertThat(slots.inUse()).isEqualTo(200);
      assertThat(slots.take(PERSON, () -> revoked.add("person"))).isPresent();
      assertThat(slots.inUse()).isEqualTo(201);
    }
  }

  @Test
  void revokesFromTheNetworkWithTheMostSlotsWhenFull() {
    for (WhenFull whenFull : WhenFull.values()) {
      revoked.clear();
      FairSlotPool slots = new FairSlotPool(Quota.of(16, 4), whenFull);
      for (int i = 0; i < 6; i++) {
        Origin household = new Origin("household " + i, false);
        take(slots, household, "household");
        take(slots, household, "household");
      }
      IntStream.range(0, 4).forEach(i -> take(slots, inNetwork("attacker", i), "attacker"));
      take(slots, PERSON, "person");
      assertThat(revoked).containsExactly("attacker");
      slots.take(inNetwork("attacker", 4), () -> revoked.add("attacker"));
      assertThat(revoked).containsOnly("attacker");
    }
  }

  @Test
  void revokesFromTheOriginWithTheMostSlotsOfANetworkAtItsShare() {
    FairSlotPool slots = new FairSlotPool(Quota.of(16, 3), WhenFull.REPLACE_OLDEST);
    take(slots, inNetwork("customer", 1), "household with one");
    IntStream.range(0, 3).forEach(i -> take(slots, inNetwork("customer", 2), "with three " + i));
    take(slots, inNetwork("customer", 1), "household with two");
    assertThat(revoked).containsExactly("with three 0");
  }

  @Test
  void refusesASlotToANetworkAtItsShare() {
    FairSlotPool slots = new FairSlotPool(Quota.of(16, 3), WhenFull.REFUSE);
    IntStream.range(0, 4).forEach(i -> take(slots, inNetwork("attacker", i), "attacker"));
    assertThat(slots.take(inNetwork("attacker", 4), () -> {})).isEmpty();
    assertThat(slots.take(PERSON, () -> {})).isPresent();
    assertThat(revoked).isEmpty();
  }

  @Test
  void limitsBytesPerNetwork() {
    FairSlotPool slots = new FairSlotPool(new Quota(400, 9, 400, 30), WhenFull.REPLACE_OLDEST);
    take(slots, PERSON, "person").grow(30);
    IntStream.range(0, 10).forEach(i -> take(slots, inNetwork("attacker", i), "attacker").grow(20));
    assertThat(revoked).as("200 of 100 bytes").containsOnly("attacker").hasSize(5);
  }

  @Test
  void revokesFromTheNetworkWithTheMostBytes() {
    FairSlotPool slots = new FairSlotPool(new Quota(400, 9, 160, 40), WhenFull.REPLACE_OLDEST);
    IntStream.range(0, 4).forEach(i -> take(slots, inNetwork("attacker", i), "attacker").grow(10));
    IntStream.range(0, 5).forEach(i -> take(slots, new Origin("p" + i, false), "person").grow(25));
    assertThat(revoked).as("165 of 160 bytes").containsExactly("attacker");
  }

  private static Origin inNetwork(String network, int number) {
    return new Origin(network + " " + number, network, false);
  }

  private Slot take(FairSlotPool slots, Origin origin, String name) {
    return slots.take(origin, () -> revoked.add(name)).orElseThrow();
  }
}
