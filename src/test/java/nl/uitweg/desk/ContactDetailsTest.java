package nl.uitweg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Officers see the contact details of a reporter only as far as the reporter allowed. */
@ServerTest
class ContactDetailsTest {

  private static final String PHONE_NUMBER = "06 00 00 12 34";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void showsContactDetailsOnlyWithReasonAndRecordsThat() {
    String address = sendReport("Contact me about the farm", "contact");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(address).text())
          .contains("geef mijn naam niet door")
          .contains("aan niemand door")
          .doesNotContain(PHONE_NUMBER);
      APIResponse withoutReason = desk.post(address, address + "/contact", "reason", "");
      assertThat(withoutReason.status()).isEqualTo(422);
      assertThat(withoutReason.text()).contains("Kies eerst waarom").doesNotContain(PHONE_NUMBER);
      assertThat(desk.post(address, address + "/contact", "reason", "curious").text())
          .doesNotContain(PHONE_NUMBER);
      APIResponse shown = desk.post(address, address + "/contact", "reason", "answer");
      assertThat(shown.text()).contains(PHONE_NUMBER).contains("Sam");
      assertThat(desk.get(address).text())
          .contains("Gegevens van de melder bekeken")
          .doesNotContain(PHONE_NUMBER);
    }
    try (DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      assertThat(lindestede.get(address).status()).isEqualTo(404);
    }
  }

  @Test
  void showsNoContactDetailsOfUnknownReporter() {
    String address = sendReport("Unknown about the farm", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(address).text())
          .contains("ik blijf onbekend")
          .doesNotContain("Laat zien wie de melder is");
      assertThat(desk.post(address, address + "/contact", "reason", "answer").text())
          .doesNotContain(PHONE_NUMBER);
    }
  }

  private String sendReport(String description, String contact) {
    FormClient form = new FormClient("nl");
    form.fillIn("zilvervoort", description, contact);
    if (!contact.equals("unknown")) {
      form.next("name", "Sam", "way", PHONE_NUMBER, "hours", "", "voicemail", "no");
    }
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      return Inbox.address(page, base(), description);
    }
  }
}
