package nl.uitweg.backoffice.related;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.uitweg.signal.form.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Repeated signals: what one officer sees of it, and what a colleague elsewhere sees. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class RelatedTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void a_number_plate_seen_twice_is_said_and_can_be_confirmed() {
    send("zandvoort", "First time the van RT-456-X stood there");
    send("zandvoort", "Second time rt-456-x again at night");
    try (DeskClient desk = new DeskClient(base(), "zandvoort")) {
      Page page = desk.context().newPage();
      Browser.press(Inbox.row(page, base(), "First time the van").locator("a"));
      Locator related = related(page);
      assertThat(related.textContent()).contains("1 andere melding over dit kenteken");
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      Browser.press(related.getByRole(AriaRole.BUTTON).first());
      assertThat(related(page).textContent()).contains("hoort erbij");
      Browser.press(related(page).getByRole(AriaRole.LINK).first());
      assertThat(page.locator("main").textContent()).contains("Second time rt-456-x");
      assertThat(related(page).textContent()).contains("hoort erbij");
    }
  }

  @Test
  void another_municipality_learns_whom_to_call_and_nothing_else() {
    send("zandvoort", "Zandvoort saw profile @night.owl.77 on a flyer");
    send("heemstede", "Heemstede also saw @night.owl.77 somewhere");
    String theirs;
    try (DeskClient zandvoort = new DeskClient(base(), "zandvoort")) {
      Page page = zandvoort.context().newPage();
      theirs = Inbox.row(page, base(), "Zandvoort saw profile").locator("a").getAttribute("href");
      assertThat(zandvoort.get("/backoffice").status()).isEqualTo(200);
    }
    try (DeskClient heemstede = new DeskClient(base(), "heemstede")) {
      Page page = heemstede.context().newPage();
      String own = Inbox.row(page, base(), "Heemstede also saw").locator("a").getAttribute("href");
      page.navigate(base() + own);
      Locator profile =
          related(page).locator(".card", new Locator.LocatorOptions().setHasText("@night.owl.77"));
      assertThat(profile.textContent())
          .contains("Bel de aandachtsfunctionaris van Zandvoort")
          .doesNotContain("flyer");
      assertThat(profile.locator("a").count()).isZero();
      String other = theirs.substring(theirs.lastIndexOf('/') + 1);
      assertThat(heemstede.post(own, own + "/links", "same", other).status()).isEqualTo(404);
      assertThat(heemstede.post(own, own + "/links", "same", "nonsense").status()).isEqualTo(404);
      assertThat(heemstede.post(own, theirs + "/links", "same", other).status()).isEqualTo(404);
    }
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      assertThat(auditor.postWith("none", theirs + "/links", "same", "x").status()).isEqualTo(403);
    }
  }

  private static Locator related(Page page) {
    return page.locator("section[aria-labelledby=related]");
  }

  private static void send(String municipality, String words) {
    FormClient form = new FormClient("en");
    form.fillIn(municipality, words, "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }
}
