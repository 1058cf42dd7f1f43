package nl.uitweg.desk.officer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests who the officer is and which municipalities they may see, by the token alone. */
class CurrentOfficerTest {

  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final LoginRules RULES =
      new Rules(
          Duration.ofMinutes(15),
          Duration.ofMinutes(2),
          Duration.ofHours(8),
          Duration.ofMinutes(10),
          Set.of("2"),
          Set.of("otp"));

  private record Rules(
      Duration idle,
      Duration warning,
      Duration maxAge,
      Duration recent,
      Set<String> acr,
      Set<String> amr)
      implements LoginRules {}

  @Test
  void readsTheMunicipalitiesOfTheRegionFromTheGroups() {
    JsonArray groups =
        Json.createArrayBuilder()
            .add("/municipality/zilvervoort")
            .add("/municipality/lindestede")
            .add("/municipality/elsewhere")
            .add("/department/ankerdaal")
            .add("ankerdaal")
            .add(7)
            .build();
    Officer officer = officer(Map.of("groups", groups, "preferred_username", "j.jansen"));
    assertThat(officer)
        .isEqualTo(
            new Officer("j.jansen", Set.of("officer"), List.of("lindestede", "zilvervoort")));
  }

  @Test
  void readsGroupsThatAreNoJson() {
    assertThat(officer(Map.of("groups", Set.of("/municipality/zilvervoort"))).municipalities())
        .containsExactly("zilvervoort");
    assertThat(officer(Map.of()).municipalities()).isEmpty();
  }

  @Test
  void namesAnOfficerBySubjectWhenThereIsNoUserName() {
    assertThat(officer(Map.of()).name()).isEqualTo("subject");
  }

  @Test
  void readsReportsOnlyAsOfficerOfAMunicipality() {
    List<String> own = List.of("zilvervoort");
    assertThat(new Officer("x", Set.of(Officer.OFFICER), own).mayReadReports()).isTrue();
    assertThat(new Officer("x", Set.of(Officer.OFFICER), List.of()).mayReadReports()).isFalse();
    for (String role : List.of(Officer.CARE_COORDINATOR, Officer.AUDITOR, Officer.ADMINISTRATOR)) {
      Officer officer = new Officer("x", Set.of(role), own);
      assertThat(officer.mayReadReports()).isFalse();
      assertThat(officer.isAuditor()).isEqualTo(role.equals(Officer.AUDITOR));
    }
  }

  @Test
  void identifiesTheLoginBySessionOrByItsTime() {
    assertThat(current(Map.of("sid", "s1", "auth_time", 5)).sessionId()).isEqualTo("s1");
    assertThat(current(Map.of("auth_time", 5)).sessionId()).isEqualTo("5");
  }

  @Test
  void knowsWhetherSomebodyIsLoggedIn() {
    assertThat(current(Map.of()).isLoggedIn()).isTrue();
    assertThat(OfficerExamples.nobody(RULES).isLoggedIn()).isFalse();
  }

  @Test
  void countsALoginWithoutAReadableTimeAsOld() {
    assertThat(current(Map.of("auth_time", "yesterday", "acr", "2")).login())
        .isEqualTo(new Login(Optional.empty(), true));
    assertThat(new Login(Optional.empty(), true).isWithin(Duration.ofDays(9), NOW)).isFalse();
    Login login = current(Map.of("auth_time", NOW.getEpochSecond())).login();
    assertThat(login).isEqualTo(new Login(Optional.of(NOW), false));
    assertThat(login.isWithin(Duration.ofMinutes(10), NOW.plusSeconds(600))).isTrue();
    assertThat(login.isWithin(Duration.ofMinutes(10), NOW.plusSeconds(601))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "22", ""})
  void acceptsNoOtherClassOfLoginAsSecondFactor(String acr) {
    assertThat(current(Map.of("acr", acr)).login().secondFactor()).isFalse();
    assertThat(current(Map.of("amr", Json.createArrayBuilder().add(2).build())).login())
        .isEqualTo(new Login(Optional.empty(), false));
  }

  private static Officer officer(Map<String, Object> claims) {
    return current(claims).get();
  }

  private static CurrentOfficer current(Map<String, Object> claims) {
    return OfficerExamples.loggedIn(RULES, Set.of(Officer.OFFICER), claims);
  }
}
