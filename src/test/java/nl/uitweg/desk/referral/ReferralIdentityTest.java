package nl.uitweg.desk.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import java.time.Duration;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import nl.uitweg.testsupport.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The identity of a reporter is shown in a referral under the same conditions as in the case file:
 * a reason, a recent login and an audit event. An altered referral is shown as unreadable.
 */
@ServerTest
class ReferralIdentityTest {

  private static final Duration LOGIN_NO_LONGER_RECENT = Duration.ofMinutes(11);

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @AfterEach
  void resetClock() {
    TestClock.setOffset(Duration.ZERO);
  }

  @Test
  void previewAndSendingRequireRecentLoginAndKeepForm() {
    SentReport report = SentReport.send("zilvervoort", "who is in the preview", "share");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      TestClock.setOffset(LOGIN_NO_LONGER_RECENT);
      for (String step : new String[] {"preview", "send"}) {
        APIResponse refused = submitStep(desk, report, "police", step);
        assertThat(refused.status()).as(step).isEqualTo(403);
        assertThat(refused.text())
            .contains("/backoffice/again/" + report.id())
            .contains("Wet X, artikel 1")
            .doesNotContain(SentReport.PHONE_NUMBER);
      }
      assertThat(AuditRows.about(report.object()))
          .filteredOn(event -> event.equals("zilvervoort contact refused referral"))
          .hasSize(2);
      TestClock.setOffset(Duration.ZERO);
      assertThat(submitStep(desk, report, "police", "preview").text())
          .contains(SentReport.PHONE_NUMBER);
      assertThat(AuditRows.about(report.object()))
          .contains("zilvervoort contact done referral")
          .noneMatch(event -> event.startsWith("zilvervoort referral done"));
    }
  }

  @Test
  void senderSeesReporterForReasonAfterRecentLogin() {
    SentReport report = SentReport.send("zilvervoort", "who is at the sender", "share");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String sent = submitStep(desk, report, "police", "send").url().substring(base().length());
      assertThat(desk.get(sent).text())
          .contains("Hieruit blijkt wie de melder is")
          .doesNotContain(SentReport.PHONE_NUMBER);
      String filePage = desk.post(sent, sent + "/file").text();
      assertThat(filePage).doesNotContain(SentReport.PHONE_NUMBER);
      String fileToken = ReferralForms.group(filePage, "name=\"file\" value=\"([^\"]+)\"");
      assertThat(desk.post(sent, sent + "/pdf", "file", "forged").status()).isEqualTo(409);
      assertThat(AuditRows.about(report.object()))
          .anyMatch(event -> event.startsWith("zilvervoort referral-pdf refused"));
      assertThat(desk.post(sent, sent + "/contact", "reason", "").status()).isEqualTo(422);
      assertThat(desk.post(sent, sent + "/json").text()).contains(SentReport.PHONE_NUMBER);
      assertThat(desk.post(sent, sent + "/contact", "reason", "danger").text())
          .contains(SentReport.PHONE_NUMBER);

      TestClock.setOffset(LOGIN_NO_LONGER_RECENT);
      assertRefused(desk.post(sent, sent + "/contact", "reason", "danger"));
      assertRefused(desk.post(sent, sent + "/json"));
      assertRefused(desk.post(sent, sent + "/pdf", "file", fileToken));
    }
    assertThat(AuditRows.about(report.object()))
        .contains("zilvervoort contact done danger", "zilvervoort contact refused danger")
        .anyMatch(event -> event.startsWith("zilvervoort referral-json refused"))
        .anyMatch(event -> event.startsWith("zilvervoort referral-pdf refused"));
  }

  @Test
  void receiverSeesReporterForReasonAfterRecentLogin() {
    SentReport report = SentReport.send("zilvervoort", "who is at the receiver", "share");
    String received = refer(report);
    String object = "referral/" + received.substring(received.lastIndexOf('/') + 1);
    try (DeskClient care = new DeskClient(base(), "care")) {
      assertThat(care.get(received).text())
          .contains("Hieruit blijkt wie de melder is")
          .doesNotContain(SentReport.PHONE_NUMBER);
      assertThat(care.post(received, received + "/contact", "reason", "").status()).isEqualTo(422);
      TestClock.setOffset(LOGIN_NO_LONGER_RECENT);
      APIResponse refused = care.post(received, received + "/contact", "reason", "answer");
      assertRefused(refused);
      assertThat(refused.text()).contains("/backoffice/again/referrals/");
      assertThat(care.post(received, received + "/notes", "kind", "outcome", "text", "").text())
          .doesNotContain(SentReport.PHONE_NUMBER);
      TestClock.setOffset(Duration.ZERO);
      assertThat(care.post(received, received + "/contact", "reason", "answer").text())
          .contains(SentReport.PHONE_NUMBER);
      Page page = care.context().newPage();
      page.navigate(base() + received);
      assertThat(Axe.violations(page)).isEmpty();
    }
    assertThat(AuditRows.about(object))
        .contains(
            "care contact refused",
            "care contact refused answer",
            "care contact done answer",
            "care referral-read done");
  }

  @Test
  void showsAlteredReferralAsUnreadableAndRecordsIt() {
    SentReport report = SentReport.send("zilvervoort", "altered on its way", "share");
    String received = refer(report);
    String id = received.substring(received.lastIndexOf('/') + 1);
    String sent = report.path() + "/referrals/" + id;
    assertThat(
            SuperuserDatabase.change(
                "update referral set sealed = set_byte(sealed, 99, get_byte(sealed, 99) # 1) where id = '"
                    + id
                    + "'"))
        .isPositive();
    try (DeskClient care = new DeskClient(base(), "care")) {
      APIResponse seen = care.get(received);
      assertThat(seen.status()).isEqualTo(409);
      assertThat(seen.text()).contains("kan niet worden geopend");
    }
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(sent).status()).isEqualTo(409);
      String token = desk.token("/backoffice/search");
      assertThat(desk.postWith(token, sent + "/json").status()).isEqualTo(409);
      assertThat(desk.get(report.path()).text()).contains("altered on its way");
    }
    assertThat(AuditRows.about("referral/" + id)).contains("care referral-read undecryptable");
    assertThat(AuditRows.about(report.object()))
        .contains(
            "zilvervoort referral-read undecryptable referral/" + id,
            "zilvervoort read-part undecryptable referral/" + id);
  }

  private String refer(SentReport report) {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String sent = submitStep(desk, report, "care", "send").url();
      return "/backoffice/referrals/" + sent.substring(sent.lastIndexOf('/') + 1);
    }
  }

  /** Submits a step of a referral that shares the contact details of the reporter. */
  private static APIResponse submitStep(
      DeskClient desk, SentReport report, String to, String step) {
    String form = report.path() + "/referral";
    return desk.post(form, form, ReferralForms.fields(to, step, "way"));
  }

  private static void assertRefused(APIResponse response) {
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.text())
        .contains("langer dan tien minuten geleden ingelogd")
        .doesNotContain(SentReport.PHONE_NUMBER);
  }
}
