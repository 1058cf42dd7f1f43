package nl.uitweg.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.uitweg.platform.limits.FairPlaces.Place;
import nl.uitweg.platform.limits.FairPlaces.WhenFull;
import nl.uitweg.platform.limits.Origins.Origin;
import org.junit.jupiter.api.Test;

class FairPlacesTest {

  private static final Origin ATTACKER = new Origin("attacker", false);
  private static final Origin PERSON = new Origin("person", false);

  private final List<String> revoked = new ArrayList<>();

  @Test
  void replacesTheOldestPlaceOfAnOriginThatHoldsItsShare() {
    FairPlaces places = new FairPlaces(Share.of(10, 3), WhenFull.REPLACE_OLDEST);
    for (int i = 0; i < 5; i++) {
      assertThat(take(places, ATTACKER, "attacker " + i)).isNotNull();
    }
    assertThat(revoked).containsExactly("attacker 0", "attacker 1");
    assertThat(places.taken()).isEqualTo(3);
  }

  @Test
  void refusesTheNewcomerOfAnOriginThatHoldsItsShare() {
    FairPlaces places = new FairPlaces(Share.of(10, 3), WhenFull.REFUSE);
    IntStream.range(0, 3).forEach(i -> take(places, ATTACKER, "attacker " + i));
    assertThat(places.take(ATTACKER, () -> {})).isEmpty();
    assertThat(places.take(PERSON, () -> {})).isPresent();
    assertThat(revoked).isEmpty();
  }

  @Test
  void takesFromTheOriginThatHoldsMostWhenEverythingIsTaken() {
    for (WhenFull whenFull : WhenFull.values()) {
      revoked.clear();
      FairPlaces places = new FairPlaces(Share.of(5, 4), whenFull);
      take(places, PERSON, "person");
      IntStream.range(0, 4).forEach(i -> take(places, ATTACKER, "attacker " + i));
      assertThat(places.take(new Origin("other", false), () -> {})).isPresent();
      assertThat(revoked).containsExactly("attacker 0");
      assertThat(places.taken()).isEqualTo(5);
    }
  }

  @Test
  void neverTakesFromAnOriginThatHoldsLess() {
    FairPlaces places = new FairPlaces(Share.of(4, 4), WhenFull.REFUSE);
    List.of("a", "b", "c", "d").forEach(name -> take(places, new Origin(name, false), name));
    assertThat(places.take(ATTACKER, () -> {})).isEmpty();
    assertThat(revoked).isEmpty();
  }

  @Test
  void revokesNothingThatIsInWork() {
    FairPlaces places = new FairPlaces(Share.of(10, 2), WhenFull.REPLACE_OLDEST);
    assertThat(take(places, ATTACKER, "in work").keep()).isTrue();
    take(places, ATTACKER, "idle");
    take(places, ATTACKER, "new");
    assertThat(revoked).containsExactly("idle");
  }

  @Test
  void whatWasRevokedIsNotWorkedOn() {
    FairPlaces places = new FairPlaces(Share.of(10, 1), WhenFull.REPLACE_OLDEST);
    Place first = take(places, ATTACKER, "first");
    take(places, ATTACKER, "second");
    assertThat(first.keep()).isFalse();
    assertThat(first.grow(1)).isFalse();
  }

  @Test
  void countsBytesPerOriginAndInAll() {
    FairPlaces places = new FairPlaces(new Share(9, 9, 100, 60), WhenFull.REPLACE_OLDEST);
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
    FairPlaces places = new FairPlaces(new Share(9, 9, 100, 60), WhenFull.REPLACE_OLDEST);
    assertThat(take(places, ATTACKER, "large").grow(61)).isFalse();
    assertThat(revoked).containsExactly("large");
    assertThat(places.taken()).isZero();
  }

  @Test
  void leavingFreesPlacesAndBytesOnce() {
    FairPlaces places = new FairPlaces(new Share(9, 1, 100, 60), WhenFull.REFUSE);
    Place place = take(places, PERSON, "person");
    place.grow(60);
    place.leave();
    place.leave();
    assertThat(places.taken()).isZero();
    assertThat(take(places, PERSON, "again").grow(60)).isTrue();
  }

  @Test
  void theOnionServiceHoldsMoreThanOneAddress() {
    FairPlaces places = new FairPlaces(Share.of(40, 2), WhenFull.REFUSE);
    Origin onion = new Origin("onion", true);
    for (int i = 0; i < 10; i++) {
      assertThat(places.take(onion, () -> {})).isPresent();
    }
    assertThat(places.take(onion, () -> {})).isEmpty();
  }

  private Place take(FairPlaces places, Origin origin, String name) {
    return places.take(origin, () -> revoked.add(name)).orElseThrow();
  }
}
