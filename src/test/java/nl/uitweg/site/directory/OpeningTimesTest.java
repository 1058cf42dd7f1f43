package nl.uitweg.site.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.OpeningState;
import nl.uitweg.content.Organisation;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the site says about who is open, at different moments. */
@ServerTest
class OpeningTimesTest {

  private static final String WEEKLY = "comensha";
  private static final Pattern STATE = Pattern.compile("(?s)<p class=\"state\">(.*?)</p>");

  @Inject Content content;

  @AfterEach
  void resetClock() {
    TestClock.setOffset(Duration.ZERO);
  }

  @Test
  void cachedPageIsReplacedWhenAnOrganisationCloses() {
    Instant open = nextMoment(state -> state instanceof OpeningState.Open);
    moveTo(open);
    Response before = given().get("/nl/organisations");
    assertThat(stateOf(WEEKLY, before))
        .contains("Nu open, tot 17:00 uur", "maandag tot en met vrijdag, van 09:00 tot 17:00 uur");
    assertThat(before.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(revalidate(before).statusCode()).isEqualTo(304);

    moveTo(OpeningState.nextChange(hours(), open).plusSeconds(1));
    Response after = revalidate(before);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(stateOf(WEEKLY, after)).containsPattern("(Morgen|Weer) open").contains("09:00 uur");
    assertThat(stateOf("veilig-thuis", after)).contains("Nu open, dag en nacht");
  }

  @Test
  void doesNotSayOpenOnAPublicHoliday() {
    moveTo(nextMoment(state -> state instanceof OpeningState.Holiday));
    Response page = given().get("/nl/organisations");
    assertThat(stateOf(WEEKLY, page))
        .contains("Misschien dicht: vandaag is een feestdag", "maandag tot en met vrijdag")
        .doesNotContain("Nu open");
  }

  @Test
  void saysNothingWhenTheHoursAreNotKnown() {
    assertThat(card("police", given().get("/nl/organisations"))).doesNotContain("class=\"state\"");
  }

  @Test
  void everyLanguageSaysEachState() {
    for (Predicate<OpeningState> wanted :
        Stream.<Predicate<OpeningState>>of(
                OpeningState.Open.class::isInstance,
                OpeningState.Holiday.class::isInstance,
                state -> state instanceof OpeningState.Closed closed && closed.daysAhead() == 0,
                state -> state instanceof OpeningState.Closed closed && closed.daysAhead() == 1,
                state -> state instanceof OpeningState.Closed closed && closed.daysAhead() > 1)
            .toList()) {
      moveTo(nextMoment(wanted));
      for (String language : new String[] {"nl", "en", "ar", "pl", "zh-Hans"}) {
        String state = stateOf(WEEKLY, given().get("/" + language + "/organisations"));
        assertThat(state).as(language).containsPattern("\\p{L}{2}").doesNotContain("{");
      }
    }
  }

  @Test
  void searchLeavesOutWhoIsClosed() {
    moveTo(nextMoment(state -> state instanceof OpeningState.Closed));
    assertThat(find()).doesNotContain("id=\"" + WEEKLY + "\"").contains("id=\"veilig-thuis\"");
    moveTo(nextMoment(state -> state instanceof OpeningState.Open));
    assertThat(find()).contains("id=\"" + WEEKLY + "\"");
  }

  private static String find() {
    return given().formParam("open", "yes").post("/nl/organisations/find").asString();
  }

  private static Response revalidate(Response known) {
    return given().header("If-None-Match", known.header("ETag")).get("/nl/organisations");
  }

  /** The first moment from now, half past an hour, at which the organisation has such a state. */
  private Instant nextMoment(Predicate<OpeningState> wanted) {
    Instant first = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(90, ChronoUnit.MINUTES);
    return Stream.iterate(first, at -> at.plus(1, ChronoUnit.HOURS))
        .filter(at -> wanted.test(OpeningState.of(hours(), at)))
        .findFirst()
        .orElseThrow();
  }

  private Organisation.Hours hours() {
    return content.organisation(WEEKLY).orElseThrow().hours().orElseThrow();
  }

  private static void moveTo(Instant moment) {
    TestClock.setOffset(Duration.between(Instant.now(), moment));
  }

  private static String stateOf(String organisation, Response page) {
    Matcher state = STATE.matcher(card(organisation, page));
    assertThat(state.find()).as("state of " + organisation).isTrue();
    return state.group(1);
  }

  private static String card(String organisation, Response page) {
    String html = page.asString();
    int start = html.indexOf("id=\"" + organisation + "\"");
    assertThat(start).as(organisation).isPositive();
    return html.substring(start, html.indexOf("</article>", start));
  }
}
