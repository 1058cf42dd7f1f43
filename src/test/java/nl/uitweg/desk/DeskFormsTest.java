package nl.uitweg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import nl.uitweg.platform.sealing.FormSeal;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A form of the desk is accepted only in the login session for which it was issued, and only from a
 * page of this site.
 */
@ServerTest
class DeskFormsTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void rejectsTokenSealedWithPublicFormKey() {
    SentReport report = SentReport.send("zilvervoort", "forged by the public tier", "unknown");
    Path publicKeys = ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class);
    FormSeal publicFormSeal = FormSeal.read(publicKeys);
    long now = Instant.now().getEpochSecond();
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      for (String purpose : new String[] {"desk", "form"}) {
        for (String content : new String[] {now + " zilvervoort", now + "\n\nzilvervoort"}) {
          String forged = publicFormSeal.seal(purpose, content.getBytes(StandardCharsets.UTF_8));
          assertThat(desk.postWith(forged, report.path() + "/notes", "note", "forged").status())
              .isEqualTo(403);
        }
      }
      assertThat(desk.get(report.path()).text()).doesNotContain("\">forged<");
    }
    assertThat(AuditRows.about(report.object()))
        .contains("zilvervoort access refused POST /backoffice/reports/*/notes")
        .noneMatch(event -> event.contains(" note done"));
  }

  @Test
  void returnsFormOfAnotherLoginForConfirmation() {
    SentReport report = SentReport.send("zilvervoort", "two logins of one officer", "unknown");
    String notes = report.path() + "/notes";
    try (DeskClient earlierLogin = new DeskClient(base(), "zilvervoort");
        DeskClient currentLogin = DeskClient.inAnotherBrowser(base(), "zilvervoort")) {
      String earlierToken = earlierLogin.token(report.path());
      APIResponse returned =
          currentLogin.postWith(earlierToken, notes, "note", "typed in the earlier login");
      assertThat(returned.status()).isEqualTo(409);
      assertThat(returned.text())
          .contains("Controleer en verstuur")
          .contains("typed in the earlier login")
          .doesNotContain(earlierToken);
      assertThat(currentLogin.get(report.path()).text())
          .doesNotContain("typed in the earlier login");
      String token = DeskClient.tokenIn(returned.text());
      assertThat(currentLogin.postWith(token, notes, "note", "typed in the earlier login").text())
          .contains("typed in the earlier login")
          .contains("Notitie van jou");
      assertThat(earlierLogin.postWith(token, notes, "note", "not here").status()).isEqualTo(409);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, none, 200",
    "Origin, https://example.org, 403",
    "Origin, http://localhost:1, 403",
    "Origin, null, 403",
    "Origin, OWN, 200",
    "X-Nothing, nothing, 200"
  })
  void acceptsValidTokenUnlessSentFromAnotherSite(String header, String value, int status) {
    SentReport report = SentReport.send("zilvervoort", "from elsewhere", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Map<String, String> headers = Map.of(header, value.equals("OWN") ? base() : value);
      String token = desk.token(report.path());
      APIResponse response =
          desk.postWith(headers, token, report.path() + "/notes", "note", "from elsewhere");
      assertThat(response.status()).isEqualTo(status);
    }
  }
}
