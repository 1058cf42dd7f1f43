package nl.uitweg.desk.referral;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * Referring a report: the receiver gets the chosen answers and nothing else of the report. {@link
 * ReferralFormTest} checks the validation of the form.
 */
@ServerTest
class ReferralTest {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void receiverSeesOnlySharedAnswersAndNotesOutcome() {
    String report =
        ReferralForms.sendReport(base(), "Secret name Ivanka works in the kitchen", "share");
    String own =
        ReferralForms.refer(base(), report, "care", "what", "Someone works in the kitchen");
    try (DeskClient care = new DeskClient(base(), "care")) {
      String received =
          ReferralForms.first(care.get("/backoffice/referrals").text(), "/backoffice/referrals/");
      String page = care.get(received).text();
      assertThat(page)
          .contains("Someone works in the kitchen")
          .contains("Hulp, zorg of opvang")
          .doesNotContain("Ivanka")
          .doesNotContain(ReferralForms.PHONE_NUMBER)
          .doesNotContain("Zeestraat");
      assertThat(care.get(report).status()).isEqualTo(403);
      assertThat(care.get(report + "/referral").status()).isEqualTo(403);
      assertThat(care.get(own).status()).isEqualTo(403);
      assertThat(care.post(received, received + "/notes", "kind", "outcome", "text", "").status())
          .isEqualTo(422);
      APIResponse noted =
          care.post(received, received + "/notes", "kind", "outcome", "text", "Opvang gevonden");
      assertThat(noted.text()).contains("Opvang gevonden");
      assertThat(care.postWith("forged", received + "/notes", "kind", "receipt").status())
          .isEqualTo(403);
      try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort")) {
        assertThat(zilvervoort.get(received).status()).isEqualTo(404);
      }
    }
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(report).text())
          .contains("Opvang gevonden")
          .containsPattern("(?s)class=\"timeline\".*Uitkomst van de overdracht genoteerd door care")
          .contains("Overgedragen")
          .contains("Secret name Ivanka");
    }
    assertThat(
            SuperuserDatabase.change("update referral_note set sealed = set_byte(sealed, 40, 0)"))
        .isPositive();
    try (DeskClient care = new DeskClient(base(), "care")) {
      String received =
          ReferralForms.first(care.get("/backoffice/referrals").text(), "/backoffice/referrals/");
      assertThat(care.get(received).text())
          .as("a damaged note hides nothing else")
          .contains("Someone works in the kitchen")
          .contains("Deze notitie kan niet worden geopend")
          .doesNotContain("Opvang gevonden");
    }
  }

  @Test
  void otherMunicipalityGetsSharedAnswersButNotReport() {
    String report =
        ReferralForms.sendReport(base(), "A garage just over the border, ask for Petra", "unknown");
    String own =
        ReferralForms.refer(
            base(), report, "municipality-ankerdaal", "what", "A garage over the border");
    try (DeskClient ankerdaal = new DeskClient(base(), "ankerdaal")) {
      assertThat(ankerdaal.get(report).status()).isEqualTo(404);
      assertThat(ankerdaal.get(report + "/referral").status()).isEqualTo(404);
      assertThat(ankerdaal.get(own).status()).isEqualTo(404);
      assertThat(ankerdaal.get("/backoffice/reports/nonsense/referral").status()).isEqualTo(404);
      String received =
          ReferralForms.first(
              ankerdaal.get("/backoffice/referrals").text(), "/backoffice/referrals/");
      assertThat(ankerdaal.get(received).text())
          .contains("A garage over the border")
          .doesNotContain("Petra");
      try (DeskClient lindestede = new DeskClient(base(), "lindestede")) {
        assertThat(lindestede.get("/backoffice/referrals").text()).doesNotContain(received);
        assertThat(lindestede.get(received).status()).isEqualTo(404);
      }
    }
  }

  @Test
  void pdfRequiresPassphraseAndFilesContainNoId() throws IOException {
    String report =
        ReferralForms.sendReport(base(), "Мой муж запирает меня. زوجي يضربني. żółć", "unknown");
    String own =
        ReferralForms.refer(
            base(), report, "police", "what", "Мой муж запирает меня. زوجي يضربني. żółć");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String page = desk.post(own, own + "/file").text();
      String passphrase = ReferralForms.group(page, "<code>([^<]+)</code>");
      String file = ReferralForms.group(page, "name=\"file\" value=\"([^\"]+)\"");
      assertThat(desk.get(own).text()).doesNotContain(passphrase);
      byte[] pdf = desk.post(own, own + "/pdf", "file", file).body();
      assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
      assertThatThrownBy(() -> Loader.loadPDF(pdf)).isInstanceOf(InvalidPasswordException.class);
      try (PDDocument document = Loader.loadPDF(pdf, passphrase)) {
        assertThat(document.getEncryption().getLength()).isEqualTo(256);
        String text = new PDFTextStripper().getText(document);
        assertThat(text).contains("Мой муж").contains("żółć").contains("Politie");
        assertThat(ID.matcher(text).find()).as("the text contains an id").isFalse();
        byte[] attached =
            new PDDocumentNameDictionary(document.getDocumentCatalog())
                .getEmbeddedFiles()
                .getNames()
                .get("handover.json")
                .getEmbeddedFile()
                .toByteArray();
        String json = desk.post(own, own + "/json").text();
        assertThat(new String(attached, StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(json).contains("زوجي يضربني").contains("OV-");
        assertThat(ID.matcher(json).find()).as("the JSON contains an id").isFalse();
      }
      assertThat(desk.post(own, own + "/pdf", "file", "forged").status()).isEqualTo(409);
      assertThat(desk.get(report).text()).contains("Overdracht als PDF gedownload");
    }
  }

  @Test
  void refusesAnonymousAndOtherRoles() {
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      assertThat(auditor.get("/backoffice/referrals").status()).isEqualTo(403);
    }
    // Without a login. The login provider has started by now.
    for (String path : List.of("/backoffice/referrals", "/backoffice/referrals/x")) {
      RestAssured.given().redirects().follow(false).get(path).then().statusCode(302);
    }
  }

  @Test
  void rowSecurityShowsCareReferralsButNoReports() throws SQLException {
    ReferralForms.refer(
        base(),
        ReferralForms.sendReport(base(), "Only rows that were referred", "unknown"),
        "care",
        "what",
        "Some rows");
    String care = "select set_config('portal.care', 'care', false)";
    assertThat(rows(care, "referral")).isPositive();
    assertThat(rows(care, "referral_key where recipient <> 'recovery'")).isPositive();
    assertThat(rows(care, "referral_key where recipient = 'zilvervoort'")).isZero();
    for (String table : List.of("report", "wrapped_key", "note", "message", "attachment")) {
      assertThat(rows(care, table)).as(table).isZero();
    }
    String lindestede = "select set_config('portal.municipalities', 'lindestede', false)";
    for (String set : List.of("select 1", lindestede)) {
      assertThat(rows(set, "referral where recipient = 'care'")).isZero();
      assertThat(rows(set, "referral_note")).isZero();
    }
  }

  private static int rows(String setting, String table) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_backoffice", "");
        Statement statement = connection.createStatement()) {
      statement.execute(setting);
      try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  @Test
  void screensPassAxe() {
    String report = ReferralForms.sendReport(base(), "Looked at closely", "share");
    String own = ReferralForms.refer(base(), report, "care", "what", "Looked at closely");
    List<String> problems = new ArrayList<>();
    for (int width : new int[] {360, 1280}) {
      try (BrowserContext desk = Browser.officer(base(), "zilvervoort", width, true)) {
        Page page = desk.newPage();
        for (String path : List.of(report, report + "/referral", own, "/backoffice/referrals")) {
          page.navigate(base() + path);
          Axe.violations(page)
              .forEach(violation -> problems.add(width + " " + path + " " + violation));
        }
      }
      try (BrowserContext care = Browser.officer(base(), "care", width, true)) {
        Page page = care.newPage();
        page.navigate(base() + "/backoffice/referrals");
        Axe.violations(page).forEach(violation -> problems.add("list " + violation));
        Browser.press(page.locator("td a").first());
        Axe.violations(page).forEach(violation -> problems.add("referral " + violation));
      }
    }
    assertThat(problems).isEmpty();
  }
}
