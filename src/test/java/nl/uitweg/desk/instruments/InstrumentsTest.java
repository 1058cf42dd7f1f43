package nl.uitweg.desk.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

@ServerTest
class InstrumentsTest {

  private static final String PATH = "/backoffice/instruments";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void officerSearchesInstrumentsAndOthersAreRefused() {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(PATH).text()).contains("3 instrumenten");
      assertThat(desk.get(PATH + "?q=DAMOCLES").text())
          .contains("artikel 102b Kustwet")
          .doesNotContain("artikel 103 Kustwet");
      assertThat(desk.get(PATH + "?q=caution").text())
          .as("only the texts on the page are searched")
          .doesNotContain("artikel 101a Kustwet");
      assertThat(desk.get(PATH + "?q=101a").text()).contains("artikel 101a Kustwet");
      assertThat(desk.get(PATH + "?q=%3Cscript%3E").text())
          .contains("Niets gevonden")
          .doesNotContain("<script>");
    }
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      assertThat(auditor.get(PATH).status()).isEqualTo(403);
    }
    RestAssured.given().redirects().follow(false).get(PATH).then().statusCode(302);
  }

  @Test
  void passesAxe() {
    for (int width : new int[] {360, 1280}) {
      try (BrowserContext desk = Browser.officer(base(), "zilvervoort", width, true)) {
        Page page = desk.newPage();
        page.navigate(base() + PATH);
        assertThat(Axe.violations(page)).isEmpty();
      }
    }
  }
}
