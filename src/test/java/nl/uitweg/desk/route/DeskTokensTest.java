package nl.uitweg.desk.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.uitweg.desk.officer.EarlierLoginException;
import nl.uitweg.desk.officer.LoginRules;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.officer.OfficerExamples;
import nl.uitweg.platform.sealing.DeskSeal;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.testsupport.StubRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which forms the desk accepts: its own, of this officer, in this login, not too old. */
class DeskTokensTest {

  private static final Instant ISSUED = Instant.parse("2026-11-25T09:00:00Z");
  private static final Officer OFFICER = officer("j.jansen");

  @TempDir static Path keys;

  private static DeskSeal seal;

  private StubRequest request = StubRequest.ofVisitor();

  @BeforeAll
  static void readKeys() {
    KeyFolder.createIfMissing(keys, List.of());
    seal = DeskSeal.read(keys.resolve("private"));
  }

  @Test
  void acceptsItsOwnTokenForEightHours() {
    String token = at(ISSUED, "session").issue(OFFICER);
    assertThatCode(
            () -> at(ISSUED.plus(Duration.ofHours(8)), "session").check(form(token), OFFICER))
        .doesNotThrowAnyException();
    DeskTokens later = at(ISSUED.plus(Duration.ofHours(8)).plusSeconds(1), "session");
    assertThatThrownBy(() -> later.check(form(token), OFFICER))
        .isInstanceOf(ForbiddenException.class);
    assertThat(later.isIssuedHere(token)).isTrue();
  }

  @Test
  void refusesTheTokenOfAnotherOfficer() {
    String token = at(ISSUED, "session").issue(officer("p.pietersen"));
    assertForbidden(form(token));
  }

  @Test
  void returnsAFormOfAnEarlierLogin() {
    MultivaluedMap<String, String> form = form(at(ISSUED, "earlier session").issue(OFFICER));
    assertThatThrownBy(() -> at(ISSUED, "session").check(form, OFFICER))
        .isInstanceOfSatisfying(
            EarlierLoginException.class,
            earlier -> {
              assertThat(earlier.form()).isEqualTo(form);
              assertThat(earlier.officer()).isEqualTo(OFFICER);
            });
  }

  @Test
  void refusesAFormWithoutAValidToken() {
    assertForbidden(new MultivaluedHashMap<>());
    String token = at(ISSUED, "session").issue(OFFICER);
    String altered = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
    String otherPurpose =
        seal.seal(
            "other",
            (ISSUED.getEpochSecond() + "\nsession\nj.jansen").getBytes(StandardCharsets.UTF_8));
    for (String invalid : List.of("", "x", altered, otherPurpose)) {
      assertForbidden(form(invalid));
      assertThat(at(ISSUED, "session").isIssuedHere(invalid)).isFalse();
    }
    assertThat(at(ISSUED, "session").isIssuedHere(null)).isFalse();
  }

  @Test
  void refusesAFormOfAnotherSiteEvenWithItsOwnToken() {
    String token = at(ISSUED, "session").issue(OFFICER);
    request.header("Sec-Fetch-Site", "cross-site");
    assertForbidden(form(token));
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin, true",
    "none, true",
    "same-site, false",
    "cross-site, false",
    "'', false"
  })
  void believesTheBrowserAboutTheSiteOfAForm(String site, boolean accepted) {
    request.header("Sec-Fetch-Site", site).header("Origin", "https://desk.uitweg.example");
    assertThat(origin().isSameOrigin(request.request())).isEqualTo(accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://desk.uitweg.example", "https://inside.example:8443"})
  void acceptsTheOriginOfTheRequestAndOfThePublicAddress(String from) {
    request.host("inside.example", 8443).header("Origin", from);
    assertThat(origin().isSameOrigin(request.request())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://desk.uitweg.example:8443",
        "https://inside.example",
        "https://inside.example:8444",
        "null",
        "not an address"
      })
  void refusesAnyOtherOrigin(String from) {
    request.host("inside.example", 8443).header("Origin", from);
    assertThat(origin().isSameOrigin(request.request())).isFalse();
    assertThat(origin().isSameOrigin(request.host(null).request())).isFalse();
  }

  @Test
  void acceptsAClientThatSendsNoOriginOnItsTokenAlone() {
    assertThat(origin().isSameOrigin(request.request())).isTrue();
  }

  private void assertForbidden(MultivaluedMap<String, String> form) {
    assertThatThrownBy(() -> at(ISSUED, "session").check(form, OFFICER))
        .isInstanceOf(ForbiddenException.class);
  }

  private static MultivaluedMap<String, String> form(String token) {
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    form.putSingle(DeskTokens.FIELD_NAME, token);
    return form;
  }

  private static Officer officer(String name) {
    return new Officer(name, Set.of(Officer.OFFICER), List.of("zilvervoort"));
  }

  private static FormOrigin origin() {
    return new FormOrigin(
        StubRequest.stub(
            PortalSettings.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "publicUrl" -> URI.create("https://desk.uitweg.example");
                  default -> throw new UnsupportedOperationException(method.getName());
                }));
  }

  @SuppressWarnings("unchecked")
  private DeskTokens at(Instant now, String session) {
    CurrentVertxRequest current = new CurrentVertxRequest();
    current.setCurrent(request.context());
    LoginRules noRules =
        StubRequest.stub(
            LoginRules.class,
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
    Instance<DeskSeal> seals = StubRequest.stub(Instance.class, (proxy, method, arguments) -> seal);
    return new DeskTokens(
        seals,
        OfficerExamples.loggedIn(noRules, Set.of(), Map.of("sid", session)),
        current,
        origin(),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
