package nl.uitweg.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageVersionsTest {

  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final Duration AHEAD = Duration.ofMinutes(3);

  private final List<Instant> rendered = new ArrayList<>();

  /** A page that shows the hour. */
  private final PageVersions hourly =
      new PageVersions(
          at -> new TimeState(hour(at).toString(), hour(at).plus(1, ChronoUnit.HOURS)),
          this::render);

  private static Instant hour(Instant at) {
    return at.truncatedTo(ChronoUnit.HOURS);
  }

  private StoredPage render(Instant at) {
    rendered.add(at);
    return StoredPage.html("/nl", hour(at).toString());
  }

  private String shownAt(Instant now) {
    return new String(hourly.at(now).plain(), StandardCharsets.UTF_8).strip();
  }

  @Test
  void neverShowsWhatWasTrueEarlier() {
    assertThat(shownAt(NOON)).isEqualTo("2026-12-01T12:00:00Z");
    assertThat(shownAt(NOON.plusSeconds(3599))).isEqualTo("2026-12-01T12:00:00Z");
    assertThat(shownAt(NOON.plusSeconds(3600))).isEqualTo("2026-12-01T13:00:00Z");
    assertThat(shownAt(NOON.plusSeconds(36000))).isEqualTo("2026-12-01T22:00:00Z");
    assertThat(rendered).hasSize(3);
  }

  @Test
  void followsAClockThatIsSetBack() {
    shownAt(NOON);
    assertThat(shownAt(NOON.minusSeconds(1))).isEqualTo("2026-12-01T11:00:00Z");
  }

  @Test
  void hasAPreparedVersionReadyAndCompressed() {
    StoredPage noon = hourly.at(NOON);
    hourly.prepare(NOON.plusSeconds(3500), AHEAD, 5);
    hourly.prepare(NOON.plusSeconds(3530), AHEAD, 5);
    assertThat(rendered).as("rendered once").containsExactly(NOON, NOON.plusSeconds(3600));
    assertThat(hourly.at(NOON.plusSeconds(3599))).isSameAs(noon);
    StoredPage next = hourly.at(NOON.plusSeconds(3600));
    assertThat(next.variant("br").encoding()).isEqualTo("br");
    assertThat(next.variant("br").etag()).isNotEqualTo(noon.variant("br").etag());
    assertThat(rendered).hasSize(2);
  }

  @Test
  void preparesNothingLongBeforeAChange() {
    hourly.prepare(NOON, AHEAD, 5);
    assertThat(rendered).containsExactly(NOON);
  }

  @Test
  void compressesAVersionThatWasRenderedForARequest() {
    StoredPage page = hourly.at(NOON);
    assertThat(page.variant("br").encoding()).isNull();
    hourly.prepare(NOON, AHEAD, 5);
    assertThat(hourly.at(NOON).variant("br").encoding()).isEqualTo("br");
  }

  @Test
  void keepsThePageWhenItLooksTheSame() {
    PageVersions page =
        new PageVersions(at -> new TimeState("same", at.plusSeconds(60)), this::render);
    StoredPage first = page.at(NOON);
    assertThat(page.at(NOON.plusSeconds(3600))).isSameAs(first);
    assertThat(rendered).hasSize(1);
  }

  @Test
  void rendersAPageWithoutTimeOnce() {
    PageVersions page = new PageVersions(at -> TimeState.CONSTANT, this::render);
    StoredPage first = page.at(NOON);
    page.prepare(NOON.plusSeconds(100), AHEAD, 5);
    assertThat(page.at(NOON.minusSeconds(100_000))).isSameAs(first);
    assertThat(rendered).hasSize(1);
  }
}
