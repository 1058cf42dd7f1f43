package nl.uitweg.desk.guide;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import java.util.List;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** The guide for officers; {@link GuidePicturesTest} makes its pictures. */
@ServerTest
class GuideTest {

  private static final String PATH = "/backoffice/guide";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void officerOpensGuideFromMenuAndSeesEveryPicture() {
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = desk.newPage();
      page.navigate(base() + "/backoffice");
      Locator last = page.locator(".desk-menu a").last();
      assertThat(last).hasText("Uitleg");
      Browser.press(last);
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .hasText("Uitleg voor aandachtsfunctionarissen");
      assertThat(page.locator(".desk-menu [aria-current=page]")).hasText("Uitleg");
      Locator pictures = page.locator("main img");
      assertThat(pictures).hasCount(Guide.pictureNames().size());
      for (Locator picture : pictures.all()) {
        assertThat(picture.getAttribute("alt")).isNotBlank();
        assertThat(picture).hasJSProperty("complete", true);
        assertThat(picture)
            .hasJSProperty("naturalWidth", Integer.parseInt(picture.getAttribute("width")));
        assertThat(picture)
            .hasJSProperty("naturalHeight", Integer.parseInt(picture.getAttribute("height")));
      }
    }
  }

  @Test
  void everyLinkToChapterLeadsToHeading() {
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = desk.newPage();
      page.navigate(base() + PATH);
      List<Locator> links = page.locator(".contents a").all();
      assertThat(links).hasSizeGreaterThan(10);
      for (Locator link : links) {
        assertThat(page.locator("h2" + link.getAttribute("href"))).hasCount(1);
      }
    }
  }

  @Test
  void browserKeepsPicturesButNotThePage() {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        BrowserContext context = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = context.newPage();
      page.navigate(base() + PATH);
      APIResponse picture = desk.get(page.locator("main img").first().getAttribute("src"));
      assertThat(picture.status()).isEqualTo(200);
      assertThat(picture.headers()).containsEntry("content-type", "image/png");
      assertThat(picture.headers().get("cache-control"))
          .startsWith("private, ")
          .contains("immutable");
      assertThat(desk.get(PATH).headers()).containsEntry("cache-control", "no-store");
    }
  }
}
