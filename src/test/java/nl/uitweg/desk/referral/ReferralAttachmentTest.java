package nl.uitweg.desk.referral;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.Test;

/** Files of a referral: only the chosen ones are shared, and images are blurred at first. */
@ServerTest
class ReferralAttachmentTest {

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Author(Iemand)>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void receiverGetsOnlyChosenPhotoBlurredFirst() throws Exception {
    String report = sendReport("Two photos and a letter");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String form = desk.get(report + "/referral").text();
      assertThat(
              ReferralForms.group(
                  form, "(id=\"file-[^\"]+\"[^>]*>)<label[^>]*><bdi>keuken-van-Ivanka.jpg"))
          .doesNotContain("checked");
      String sent = send(desk, report, "care", fileId(form, "keuken-van-Ivanka.jpg")).url();
      assertThat(desk.get(sent.substring(base().length())).text()).contains("bijlage-1.jpg");
      assertThat(desk.get(report).text()).contains("Bijlage meegestuurd met overdracht");
    }
    try (DeskClient care = new DeskClient(base(), "care")) {
      String received =
          ReferralForms.group(
              care.get("/backoffice/referrals").text(),
              "href=\"(/backoffice/referrals/[0-9a-f-]{36})\"");
      String page = care.get(received).text();
      assertThat(page)
          .contains("bijlage-1.jpg")
          .doesNotContain("bijlage-2")
          .doesNotContain("Ivanka")
          .doesNotContain("slaapkamer");
      String file = ReferralForms.group(page, "href=\"(" + received + "/files/[0-9a-f-]{36})\"");
      List<String> before = AuditRows.about(object(received));
      assertThat(care.get(file).text())
          .contains("class=\"blurred\"")
          .doesNotContain("class=\"shown\"");
      assertThat(AuditRows.about(object(received)))
          .as("viewing the page of a file is recorded as reading")
          .hasSize(before.size() + 1)
          .last()
          .isEqualTo("care referral-read done file/" + id(file));
      assertThat(
              ImageIO.read(new ByteArrayInputStream(care.get(file + "/preview").body())).getWidth())
          .isLessThanOrEqualTo(16);
      assertThat(care.get(file + "?show=yes").text()).contains("class=\"shown\"");
      APIResponse photo = care.get(file + "/content");
      assertThat(photo.headers()).containsEntry("content-type", "image/jpeg");
      assertThat(photo.headers().get("cache-control")).isEqualTo("no-store");
      assertThat(ImageIO.read(new ByteArrayInputStream(photo.body())).getHeight()).isEqualTo(120);
      Page screen = care.context().newPage();
      screen.navigate(base() + received);
      assertThat(Axe.violations(screen)).isEmpty();
      screen.navigate(base() + file);
      assertThat(Axe.violations(screen)).isEmpty();
      try (DeskClient lindestede = new DeskClient(base(), "lindestede")) {
        assertThat(lindestede.get(file + "/content").status()).isEqualTo(404);
      }
      alterContents();
      assertThat(care.get(file + "/content").status()).isEqualTo(409);
    }
  }

  @Test
  void refusesUncleanedFileAlsoInForgedForm() throws IOException {
    String report = sendReport("A letter that says who wrote it");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String form = desk.get(report + "/referral").text();
      String letter = fileId(form, "brief.pdf");
      assertThat(form).containsPattern("id=\"file-" + letter + "\"[^>]*disabled");
      APIResponse forged = send(desk, report, "police", letter);
      assertThat(forged.status()).isEqualTo(422);
      assertThat(forged.text()).contains("Een gekozen bijlage kan niet mee");
      assertThat(desk.get(report).text()).contains("nog niet overgedragen");
    }
  }

  @Test
  void pdfContainsNoImageUnlessTheOfficerChoseIt() throws IOException {
    String report = sendReport("Photos that nobody chose");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String own = send(desk, report, "police").url().substring(base().length());
      String page = desk.post(own, own + "/file").text();
      byte[] pdf =
          desk.post(
                  own,
                  own + "/pdf",
                  "file",
                  ReferralForms.group(page, "name=\"file\" value=\"([^\"]+)\""))
              .body();
      String passphrase = ReferralForms.group(page, "<code>([^<]+)</code>");
      try (PDDocument document = Loader.loadPDF(pdf, passphrase)) {
        assertThat(
                new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames())
            .containsOnlyKeys("handover.json");
        for (PDPage sheet : document.getPages()) {
          assertThat(sheet.getResources().getXObjectNames()).isEmpty();
        }
      }
    }
  }

  @Test
  void printOfTheCaseFileShowsNoImage() throws IOException {
    String report = sendReport("Photos on a printed page");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      page.navigate(base() + report);
      assertThat(page.locator("img.blurred")).not().hasCount(0);
      assertThat(page.locator("img.blurred").first()).isVisible();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("img").filter(new Locator.FilterOptions().setVisible(true)))
          .hasCount(0);
    }
  }

  @Test
  void pdfContainsChosenFiles() throws IOException {
    String report = sendReport("Photos for the police");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String form = desk.get(report + "/referral").text();
      String own =
          send(
                  desk,
                  report,
                  "police",
                  fileId(form, "keuken-van-Ivanka.jpg"),
                  fileId(form, "slaapkamer.jpg"))
              .url()
              .substring(base().length());
      String page = desk.post(own, own + "/file").text();
      String passphrase = ReferralForms.group(page, "<code>([^<]+)</code>");
      byte[] pdf =
          desk.post(
                  own,
                  own + "/pdf",
                  "file",
                  ReferralForms.group(page, "name=\"file\" value=\"([^\"]+)\""))
              .body();
      try (PDDocument document = Loader.loadPDF(pdf, passphrase)) {
        var files =
            new PDDocumentNameDictionary(document.getDocumentCatalog())
                .getEmbeddedFiles()
                .getNames();
        assertThat(files).containsOnlyKeys("handover.json", "bijlage-1.jpg", "bijlage-2.jpg");
        PDComplexFileSpecification photo = files.get("bijlage-1.jpg");
        byte[] content = photo.getEmbeddedFile().toByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(content)).getHeight()).isPositive();
      }
    }
  }

  /** Alters the stored files in the database. */
  private static void alterContents() throws SQLException {
    try (Connection superuser =
            DriverManager.getConnection(Servers.database().jdbcUrl(), "postgres", "");
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "update referral_file set content = set_byte(content, 40, (get_byte(content, 40) + 1) % 256)");
      try (ResultSet rows = statement.executeQuery("select count(*) from referral_file")) {
        rows.next();
        assertThat(rows.getInt(1)).isPositive();
      }
    }
  }

  private String sendReport(String text) throws IOException {
    FormClient form = new FormClient("nl");
    form.fillIn("zilvervoort", text, "unknown");
    String sent =
        RestAssured.given()
            .multiPart("state", form.sealedState())
            .multiPart("uncleaned", "yes")
            .multiPart(
                "files", "keuken-van-Ivanka.jpg", Photos.jpeg(120, 40, "N 52 E 4"), "image/jpeg")
            .multiPart("files", "slaapkamer.jpg", Photos.jpeg(100, 60, "N 52 E 4"), "image/jpeg")
            .multiPart("files", "brief.pdf", PDF, "application/pdf")
            .post("/nl/report")
            .asString();
    assertThat(sent).contains("class=\"code\"");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      return Inbox.address(desk.context().newPage(), base(), text);
    }
  }

  private static APIResponse send(DeskClient desk, String report, String to, String... files) {
    List<String> fields =
        new ArrayList<>(List.of(ReferralForms.fields(to, "send", "what", "Some words")));
    for (String file : files) {
      Collections.addAll(fields, "file", file);
    }
    return desk.post(report + "/referral", report + "/referral", fields.toArray(String[]::new));
  }

  private static String object(String received) {
    return "referral/" + id(received);
  }

  private static String id(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static String fileId(String form, String name) {
    return ReferralForms.group(form, "for=\"file-([0-9a-f-]{36})\"><bdi>" + name);
  }
}
