package nl.uitweg.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.uitweg.platform.limits.FairSlotPool.Place;
import nl.uitweg.platform.limits.FairSlotPool.WhenFull;
import nl.uitweg.platform.limits.Origins.Origin;
import org.junit.jupiter.api.Test;

class FairSlotPoolTest {

  private static final Origin ATTACKER = new Origin("attacker", false);
  private static final Origin PERSON = new Origin("person", false);

  private final List<String> revoked = new ArrayList<>();

  @Test
  void replacesTheOldestPlaceOfAnOriginThatHoldsItsShare() {
    FairSlotPool places = new FairSlotPool(Quota.of(10, 3), WhenFull.REPLACE_OLDEST);
    for (int i = 0; i < 5; i++) {
      assertThat(take(places, ATTACKER, "attacker " + i)).isNotNull();
    }
    assertThat(revoked).containsExactly("attacker 0", "attacker 1");
    assertThat(places.taken()).isEqualTo(3);
  }

  @Test
  void refusesTheNewcomerOfAnOriginThatHoldsItsShare() {
    FairSlotPool places = new FairSlotPool(Quota.of(10, 3), WhenFull.REFUSE);
    IntStream.range(0, 3).forEach(i -> take(places, ATTACKER, "attacker " + i));
    assertThat(places.take(ATTACKER, () -> {})).isEmpty();
    assertThat(places.take(PERSON, () -> {})).isPresent();
    assertThat(revoked).isEmpty();
  }

  @Test
  void takesFromTheOriginThatHoldsMostWhenEverythingIsTaken() {
    for (WhenFull whenFull : WhenFull.values()) {
      revoked.clear();
      FairSlotPool places = new FairSlotPool(Quota.of(5, 4), whenFull);
      take(places, PERSON, "person");
      IntStream.range(0, 4).forEach(i -> take(places, ATTACKER, "attacker " + i));
      assertThat(places.take(new Origin("other", false), () -> {})).isPresent();
      assertThat(revoked).containsExactly("attacker 0");
      assertThat(places.taken()).isEqualTo(5);
    }
  }

  @Test
  void neverTakesFromAnOriginThatHoldsLess() {
    FairSlotPool places = new FairSlotPool(Quota.of(4, 4), WhenFull.REFUSE);
    List.of("a", "b", "c", "d").forEach(name -> take(places, new Origin(name, false), name));
    assertThat(places.take(ATTACKER, () -> {})).isEmpty();
    assertThat(revoked).isEmpty();
  }

  @Test
  void revokesNothingThatIsInWork() {
    FairSlotPool places = new FairSlotPool(Quota.of(10, 2), WhenFull.REPLACE_OLDEST);
    assertThat(take(places, ATTACKER, "in work").keep()).isTrue();
    take(places, ATTACKER, "idle");
    take(places, ATTACKER, "new");
    assertThat(revoked).containsExactly("idle");
  }

  @Test
  void whatWasRevokedIsNotWorkedOn() {
    FairSlotPool places = new FairSlotPool(Quota.of(10, 1), WhenFull.REPLACE_OLDEST);
    Place first = take(places, ATTACKER, "first");
    take(places, ATTACKER, "second");
    assertThat(first.keep()).isFalse();
    assertThat(first.grow(1)).isFalse();
  }

  @Test
  void countsBytesPerOriginAndInAll() {
    FairSlotPool places = new FairSlotPool(new Quota(9, 9, 100, 60), WhenFull.REPLACE_OLDEST);
    Place first = take(places, ATTACKER, "first");
    Place second = take(places, ATTACKER, "second");
    assertThat(first.grow(50)).isTrue();
    assertThat(second.grow(20)).isTrue();
    assertThat(revoked).as("70 of one origin").containsExactly("first");
    Place other = take(places, new Origin("other", false), "other");
    assertThat(other.grow(60)).isTrue();
    Place person = take(places, PERSON, "person");
    assertThat(person.grow(30)).isTrue();
    assertThat(revoked).as("110 in all").containsExactly("first", "other");
  }

  @Test
  void revokesItselfWhenItAloneIsTooLarge() {
    FairSlotPool places = new FairSlotPool(new Quota(9, 9, 100, 60), WhenFull.REPLACE_OLDEST);
    assertThat(take(places, ATTACKER, "large").grow(61)).isFalse();
    assertThat(revoked).containsExactly("large");
    assertThat(places.taken()).isZero();
  }

  @Test
  void leavingFreesPlacesAndBytesOnce() {
    FairSlotPool places = new FairSlotPool(new Quota(9, 1, 100, 60), WhenFull.REFUSE);
    Place place = take(places, PERSON, "person");
    place.grow(60);
    place.leave();
    place.leave();
    assertThat(places.taken()).isZero();
    assertThat(take(places, PERSON, "again").grow(60)).isTrue();
  }

  @Test
  void theOnionServiceHoldsMoreThanOneAddress() {
    FairSlotPool places = new FairSlotPool(Quota.of(40, 2), WhenFull.REFUSE);
    Origin onion = new Origin("onion", true);
    for (int i = 0; i < 10; i++) {
      assertThat(places.take(onion, () -> {})).isPresent();
    }
    assertThat(places.take(onion, () -> {})).isEmpty();
  }

  private Place take(FairSlotPool places, Origin origin, String name) {
    return places.take(origin, () -> revoked.add(name)).orElseThrow();
  }
}
