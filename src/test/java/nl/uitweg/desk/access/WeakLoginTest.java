package nl.uitweg.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A desk with demo mode off and a login provider that accepts a password alone. */
@QuarkusTest
@TestProfile(WeakLoginTest.OneFactor.class)
@Tag("server")
class WeakLoginTest {

  /** The demo realm requires no second factor and does not know the requested {@code acr} value. */
  public static class OneFactor implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("portal.login.acr", "phr");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(Servers.class, Map.of("realm", "DEMO", "portal.demo", "false")));
    }
  }

  @TestHTTPResource("/")
  String root;

  @Test
  void refusesAndRecordsLoginWithoutSecondFactor() {
    String base = root.substring(0, root.length() - 1);
    try (BrowserContext officer = Browser.officer(base, "zilvervoort", 1280, true)) {
      for (String path : List.of("", "/search", "/no-such-page")) {
        assertThat(officer.request().get(base + "/backoffice" + path).status())
            .as(path)
            .isEqualTo(403);
      }
      assertThat(officer.request().post(base + "/backoffice/search").status()).isEqualTo(403);
    }
    assertThat(AuditRows.about("desk")).contains("zilvervoort login refused second-factor");
  }
}
