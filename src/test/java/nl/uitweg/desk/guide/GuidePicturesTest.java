package nl.uitweg.desk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.TestOutput;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of the guide from the screens of today, with invented reports, in {@code
 * target/guide}. Fails when the guide has no such picture, or one of another width: then the screen
 * has changed. With {@code -Dguide.update} the new pictures replace those of the guide.
 */
@ServerTest
class GuidePicturesTest {

  private static final int WIDTH = 1280;

  /** Higher than the screens, so that nothing scrolls. */
  private static final int HEIGHT = 2600;

  private static final int MARGIN = 12;
  private static final int MAX_BYTES = 80_000;
  private static final Path PICTURES = Path.of("src/main/resources/guide");

  private static final String RESTAURANT =
      "Drie mannen werken in het restaurant van de ochtend tot diep in de nacht. De baas heeft hun"
          + " paspoorten. Toen een van hen om loon vroeg, dreigde hij met een mes.";
  private static final String NIGHTS =
      "Een meisje uit mijn straat is opeens vaak hele nachten weg. Er staan steeds andere auto’s"
          + " voor de deur.";
  private static final String SHOP =
      "Twee jongens stelen elke week bij de drogist. Een man wacht buiten en neemt alles mee.";
  private static final String GREENHOUSE =
      "In een schuur naast de kas slapen acht mensen. Zij betalen veel huur aan hun werkgever.";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void guideHasPicturesOfTodaysScreens() throws IOException {
    send("labour", "labour.low-pay", "adult", GREENHOUSE);
    send("criminal", "criminal.forced-crime", "young", SHOP);
    send("sexual", "sexual.nights-away", "young", NIGHTS);
    send("labour", "labour.no-passport", "adult", RESTAURANT);
    Files.createDirectories(TestOutput.file("guide"));
    List<String> made = new ArrayList<>();
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", WIDTH, true)) {
      Page page = desk.newPage();
      page.setViewportSize(WIDTH, HEIGHT);
      String nights = Inbox.address(page, base(), NIGHTS);
      String shop = Inbox.address(page, base(), SHOP);
      String restaurant = Inbox.address(page, base(), RESTAURANT);
      page.navigate(base() + nights);
      Browser.press(page.locator("form[action*='/take'] button").first());
      page.navigate(base() + "/backoffice");
      made.add(picture("inbox", page.locator(".inbox"), MARGIN, 567));
      made.add(message(page, shop));
      page.navigate(base() + nights + "/referral");
      page.locator("#recipient").selectOption("care");
      page.locator("#purpose").selectOption("help");
      made.add(picture("referral", page.locator("main"), 0, 865));
      page.navigate(base() + nights);
      page.locator("#outcome").selectOption("help");
      page.locator("#closing-message").selectOption("closing");
      made.add(picture("closing", page.locator("section[aria-labelledby=actions]"), MARGIN, 455));
      page.navigate(base() + restaurant);
      made.add(picture("case", page.locator("main"), 0, 765));
      page.navigate(base() + "/backoffice/statistics");
      made.add(picture("figures", page.locator("main"), 0, 745));
    }
    assertThat(made).containsExactlyInAnyOrderElementsOf(Guide.pictureNames());
  }

  private String message(Page page, String report) throws IOException {
    page.navigate(base() + report);
    page.locator(".phrases summary").click();
    page.locator("#phrase-thanks").check();
    page.locator("#phrase-still-going-on").check();
    page.mouse().move(0, 0); // a check box under the mouse has another colour
    return picture("message", page.locator("section[aria-labelledby=conversation]"), MARGIN, 750);
  }

  /** Sends a report through the public form, in Dutch. */
  private static void send(String form, String indicator, String age, String what) {
    FormClient client = new FormClient("nl");
    client.open();
    client.next("safety", "no", "role", "neighbour");
    client.next("forms", form);
    client.next("indicators", indicator);
    client.next("municipality", "zilvervoort", "place", "Voorbeeldstraat 12");
    client.next("what", what, "since", "ongoing", "often", "");
    client.next("age", age, "number", "few", "children", "no", "speaks", "", "controller", "");
    client.next("how", "saw");
    client.next("contact", "unknown");
    assertThat(FormClient.code(client.press("send"))).hasSize(20);
  }

  /**
   * Makes a picture and compares it with that of the guide.
   *
   * @param margin around the area
   * @param height of the part of the area that is shown, from its top
   * @return its name
   */
  private static String picture(String name, Locator area, int margin, int height)
      throws IOException {
    BoundingBox box = area.boundingBox();
    byte[] png =
        PalettePng.of(
            area.page()
                .screenshot(
                    new Page.ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setClip(
                            Math.floor(box.x) - margin,
                            Math.floor(box.y) - margin,
                            Math.ceil(box.width) + 2 * margin,
                            Math.min(Math.ceil(box.height), height) + 2 * margin)));
    Files.write(TestOutput.file("guide").resolve(name + ".png"), png);
    assertThat(png.length).as("bytes of %s", name).isLessThanOrEqualTo(MAX_BYTES);
    Path inGuide = PICTURES.resolve(name + ".png");
    if (System.getProperty("guide.update") != null) {
      Files.createDirectories(PICTURES);
      Files.write(inGuide, png);
    }
    assertThat(inGuide).as("renew the pictures: docs/development.md").exists();
    assertThat(width(Files.readAllBytes(inGuide)))
        .as("width of %s; renew the pictures: docs/development.md", name)
        .isEqualTo(width(png));
    return name;
  }

  private static int width(byte[] png) {
    return GuidePictures.PictureFile.of("", png).width();
  }
}
