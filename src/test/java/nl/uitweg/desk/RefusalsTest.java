package nl.uitweg.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/**
 * A refused action changes nothing, and each refusal is an audit event. {@link RoutesTest} tries a
 * wrong role and another municipality for every route.
 */
@ServerTest
class RefusalsTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void doesNotTakeWithdrawnLookAlikeMarkedAsSpam() {
    SentReport report = SentReport.send("dont-know", "withdrawn before anyone took it", "unknown");
    withdraw(report.code());
    List<String> before = recipients(report);
    assertThat(before).contains("lindestede", "ankerdaal", "zilvervoort");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(markLookAlike(desk, report, "spam")).contains("0 meldingen");
    }
    assertThat(recipients(report)).isEqualTo(before);
    assertThat(AuditRows.about(report.object())).contains("zilvervoort state refused spam");
    assertThat(
            SuperuserDatabase.values(
                "select municipality from report where id::text = ?", report.id()))
        .containsExactly((String) null);
  }

  @Test
  void takesLookAlikeMarkedAsSpamAndRecordsBoth() {
    SentReport report = SentReport.send("dont-know", "spam that nobody took", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(markLookAlike(desk, report, "spam")).contains("1 melding");
    }
    assertThat(AuditRows.about(report.object()))
        .containsSubsequence("zilvervoort take done zilvervoort", "zilvervoort state done spam");
  }

  @Test
  void recordsRefusalForLookAlikeOfAnotherMunicipality() {
    SentReport foreign =
        SentReport.send("lindestede", "not for Zilvervoort to mark as spam", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(markLookAlike(desk, foreign, "spam")).contains("0 meldingen");
    }
    assertThat(AuditRows.about(foreign.object())).contains("zilvervoort state refused spam");
  }

  @Test
  void recordsRefusedChangesOfReport() {
    SentReport report = SentReport.send("zilvervoort", "refused changes", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String path = report.path();
      assertThat(desk.post(path, path + "/state", "to", "reopened").status()).isEqualTo(409);
      assertThat(desk.post(path, path + "/take", "seen", "0.0.closed").status()).isEqualTo(409);
      assertThat(desk.post(path, path + "/postpone", "reason", "court").status()).isEqualTo(422);
      assertThat(desk.post(path, path + "/handling", "seen", "old").status()).isEqualTo(409);
      assertThat(desk.post(path, path + "/contact", "reason", "").status()).isEqualTo(422);
      assertThat(desk.post(path, path + "/referral", "step", "send").status()).isEqualTo(422);
    }
    assertThat(AuditRows.about(report.object()))
        .contains(
            "zilvervoort state refused",
            "zilvervoort take refused",
            "zilvervoort postpone refused",
            "zilvervoort handle refused",
            "zilvervoort contact refused",
            "zilvervoort referral refused");
  }

  @Test
  void recordsRefusalAfterColleaguesChange() {
    SentReport report = SentReport.send("zilvervoort", "changed in the meantime", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String path = report.path();
      String seen = "0.0.closed"; // version of the case file on a stale page
      assertThat(desk.post(path, path + "/notes", "note", "n", "seen", seen).status())
          .isEqualTo(409);
      assertThat(desk.post(path, path + "/messages", "message", "m", "seen", seen).status())
          .isEqualTo(409);
      assertThat(
              desk.post(path, path + "/state", "to", "closed", "outcome", "other", "seen", seen)
                  .status())
          .isEqualTo(409);
    }
    assertThat(AuditRows.about(report.object()))
        .contains(
            "zilvervoort note refused", "zilvervoort message refused", "zilvervoort state refused")
        .noneMatch(event -> event.matches("zilvervoort (note|message|state.*) done"));
  }

  @Test
  void recordsRefusalOfEmptyNoteAndInvalidMessages() {
    SentReport report = SentReport.send("zilvervoort", "forms with nothing in them", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String path = report.path();
      assertThat(desk.post(path, path + "/notes", "note", " ").status()).isEqualTo(422);
      assertThat(desk.post(path, path + "/messages", "message", "").status()).isEqualTo(422);
      assertThat(desk.post(path, path + "/messages", "phrase", "no-such-phrase").status())
          .isEqualTo(422);
    }
    assertThat(AuditRows.about(report.object()))
        .filteredOn(event -> event.endsWith(" refused"))
        .containsExactly(
            "zilvervoort note refused",
            "zilvervoort message refused",
            "zilvervoort message refused");
  }

  @Test
  void recordsRefusalOfIncompleteFormOnOtherScreens() {
    SentReport report = SentReport.send("zilvervoort", "handed over with nothing in it", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String path = report.path();
      int before = AuditRows.refusals("zilvervoort");
      assertThat(desk.post(path, path + "/referral", "step", "preview").status()).isEqualTo(422);
      assertThat(AuditRows.about(report.object()))
          .contains("zilvervoort form refused POST /backoffice/reports/*/referral");
      assertThat(desk.post(path, "/backoffice/search", "q", "").status()).isEqualTo(422);
      assertThat(AuditRows.about("desk"))
          .contains("zilvervoort form refused POST /backoffice/search");
      assertThat(AuditRows.refusals("zilvervoort")).isEqualTo(before + 2);
    }
  }

  @Test
  void recordsRefusedMethodAndContentType() {
    SentReport report = SentReport.send("zilvervoort", "read with the wrong method", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      desk.get("/backoffice");
      assertThat(desk.send("DELETE", report.path(), "").status()).isEqualTo(405);
      assertThat(desk.send("POST", report.path() + "/notes", "{}").status()).isEqualTo(415);
      assertThat(desk.send("SECRET", report.path(), "").status()).isEqualTo(405);
    }
    assertThat(AuditRows.about("desk"))
        .contains(
            "zilvervoort access refused DELETE /backoffice/reports/*",
            "zilvervoort access refused POST /backoffice/reports/*/notes",
            "zilvervoort access refused * /backoffice/reports/*");
  }

  @Test
  void recordsRefusalToPublishUnfinishedHalfYear() {
    try (DeskClient admin = new DeskClient(base(), "admin")) {
      String page = "/backoffice/statistics?of=region";
      APIResponse refused = admin.post(page, "/backoffice/statistics/public", "half", "2999-1");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text()).contains("<h1");
    }
    assertThat(AuditRows.about("statistics/region")).contains("admin publish-figures refused");
  }

  @Test
  void recordsReadingWhenErrorPageShowsReport() {
    SentReport report = SentReport.send("zilvervoort", "read through an empty note", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String token = desk.token("/backoffice/search");
      assertThat(desk.postWith(token, report.path() + "/notes", "note", "").text())
          .contains("read through an empty note");
      assertThat(AuditRows.about(report.object()))
          .containsExactly("zilvervoort note refused", "zilvervoort read done");
      assertThat(desk.postWith(token, report.path() + "/referral", "step", "change").text())
          .contains("read through an empty note");
      assertThat(AuditRows.about(report.object()))
          .containsExactly(
              "zilvervoort note refused",
              "zilvervoort read done",
              "zilvervoort referral-form done");
    }
  }

  @Test
  void recordsRefusedNoteToAlteredReport() {
    SentReport report = SentReport.send("zilvervoort", "altered before the note", "unknown");
    assertThat(
            SuperuserDatabase.change(
                "update wrapped_key set wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1)"
                    + " where report_id = '"
                    + report.id()
                    + "'"))
        .isPositive();
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String token = desk.token("/backoffice/search");
      assertThat(desk.postWith(token, report.path() + "/notes", "note", "kept?").text())
          .contains("kept?")
          .contains("kan niet worden geopend");
      assertThat(desk.get(report.path() + "/referral").status()).isEqualTo(404);
    }
    assertThat(AuditRows.about(report.object()))
        .contains(
            "zilvervoort note refused",
            "zilvervoort read undecryptable",
            "zilvervoort referral-form undecryptable");
  }

  @Test
  void storesAndRecordsMessageToUntakenReport() {
    SentReport report = SentReport.send("dont-know", "asked before it was taken", "unknown");
    assertThat(
            SuperuserDatabase.change(
                "update report set state = 'IN_PROGRESS' where id = '" + report.id() + "'"))
        .isPositive();
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String path = report.path();
      assertThat(
              desk.post(path, path + "/messages", "message", "Where is it?", "wait", "on").status())
          .isEqualTo(200);
      assertThat(
              SuperuserDatabase.values(
                  "select id::text from message where report_id::text = ?", report.id()))
          .hasSize(1);
      assertThat(AuditRows.about(report.object())).contains("zilvervoort message done");
    }
  }

  @Test
  void recordsAuditViewAlsoForInvalidPeriod() {
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      int before = AuditRows.about("audit").size();
      assertThat(auditor.get("/backoffice/audit?from=nonsense").status()).isEqualTo(422);
      assertThat(auditor.get("/backoffice/audit/export?from=nonsense").status()).isEqualTo(422);
      assertThat(AuditRows.about("audit")).hasSize(before + 2);
    }
  }

  private static String markLookAlike(DeskClient desk, SentReport report, String to) {
    return desk.post("/backoffice/search", "/backoffice/lookalikes", "ids", report.id(), "to", to)
        .text();
  }

  private static List<String> recipients(SentReport report) {
    return SuperuserDatabase.values(
        "select recipient from wrapped_key where report_id::text = ? order by what, recipient",
        report.id());
  }

  private static void withdraw(String code) {
    Response open = given().formParam("code", code).post("/nl/code");
    Response question = act(open, "ask-withdraw");
    assertThat(act(question, "withdraw").statusCode()).isEqualTo(200);
  }

  private static Response act(Response page, String button) {
    Matcher token = TOKEN.matcher(page.asString());
    assertThat(token.find()).isTrue();
    return given().formParam("token", token.group(1)).formParam("go", button).post("/nl/code");
  }
}
