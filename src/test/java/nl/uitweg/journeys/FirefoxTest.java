package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.nio.file.Path;
import nl.uitweg.testsupport.Firefox;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journey of a reporter in Firefox: report, come back with the code, search, leave. */
@ServerTest
class FirefoxTest {

  private static final String NEXT = "button[value=next]:not(.default-button)";

  @TestHTTPResource("/")
  String root;

  @TempDir Path profile;

  @BeforeEach
  void requireFirefox() {
    boolean required = "true".equals(System.getenv("UITWEG_TEST_REQUIRES_TOOLS"));
    Assumptions.assumeTrue(
        required || Firefox.isInstalled(), "firefox-esr is not installed; bin/test installs it");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void reportsAndComesBackAndLeaves(boolean javaScript) throws IOException {
    try (Firefox firefox = Firefox.start(profile, javaScript)) {
      firefox.open(root + "nl");
      firefox.press("a.tile[href='/nl/report']");
      String code = report(firefox);
      firefox.open(root + "nl/code");
      firefox.type("input[name=code]", code);
      firefox.press("button[value=open]:not(.default-button)");
      firefox.type("#message", "Er staat een auto voor de deur.");
      firefox.press("button[value=send]");
      firefox.awaitText("Er staat een auto voor de deur.");
      firefox.click(".exit");
      TestTimeout.await("the site is left").until(firefox::url, url -> !url.startsWith(root));
      if (javaScript) {
        firefox.traverse(-1);
        TestTimeout.await().until(firefox::url, url -> url.startsWith(root));
        assertThat(firefox.text()).doesNotContain(code).doesNotContain("Er staat een auto");
      }
    }
  }

  private static String report(Firefox firefox) {
    firefox.click("label[for=safety-no]");
    for (int i = 0; i < 3; i++) {
      firefox.press(NEXT);
    }
    firefox.click("label[for=municipality-lindestede]");
    firefox.press(NEXT);
    firefox.type("#what", "Werk zonder loon");
    firefox.press("button[value=finish]");
    firefox.press(NEXT);
    firefox.awaitText("Werk zonder loon");
    firefox.press("button[value=send]");
    String code = firefox.read("document.querySelector('.code').textContent").replaceAll("\\D", "");
    assertThat(code).hasSize(20);
    return code;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void findsHelpAndKeepsWordsOutOfAddress(boolean javaScript) throws IOException {
    try (Firefox firefox = Firefox.start(profile, javaScript)) {
      firefox.open(root + "ar/search");
      assertThat(firefox.read("document.dir || document.documentElement.dir")).isEqualTo("rtl");
      firefox.open(root + "nl/search");
      firefox.type("#words", "hulp");
      firefox.press("main form button");
      assertThat(firefox.read("document.querySelectorAll('main li a').length")).isNotEqualTo("0");
      assertThat(firefox.url()).doesNotContain("hulp");
    }
  }
}
