package nl.uitweg.desk.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import java.util.List;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Validation of the referral form; {@link ReferralTest} checks what the receiver gets. */
@ServerTest
class ReferralFormTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void refusesAnswersNotAllowedByReporterAlsoInForgedForm() {
    String report = ReferralForms.sendReport(base(), "May be contacted, not passed on", "contact");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String form = desk.get(report + "/referral").text();
      assertThat(form)
          .containsPattern("id=\"field-name\"[^>]*disabled")
          .contains("wil niet dat dit wordt doorgegeven")
          .doesNotContain(ReferralForms.PHONE_NUMBER);
      for (String step : List.of("preview", "send")) {
        APIResponse forged =
            desk.post(
                report + "/referral",
                report + "/referral",
                ReferralForms.fields("police", step, "name"));
        assertThat(forged.status()).as(step).isEqualTo(422);
        assertThat(forged.text())
            .contains("niets overgedragen")
            .doesNotContain(ReferralForms.PHONE_NUMBER);
      }
      assertThat(desk.get(report).text()).contains("nog niet overgedragen").contains("geweigerd");
    }
  }

  @Test
  void namesMissingFieldsAndKeepsInput() {
    String report = ReferralForms.sendReport(base(), "A form with mistakes", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      APIResponse incomplete =
          desk.post(
              report + "/referral",
              report + "/referral",
              "draft",
              "d",
              "explanation",
              "Because of the kitchen",
              "field",
              "what",
              "text-what",
              "My shorter words");
      assertThat(incomplete.status()).isEqualTo(422);
      assertThat(incomplete.text())
          .contains("Kies aan wie je de melding overdraagt")
          .contains("Kies de wettelijke grond")
          .contains("Because of the kitchen")
          .contains("My shorter words");
      assertThat(
              desk.post(
                      report + "/referral",
                      report + "/referral",
                      ReferralForms.fields("mma", "change", "what"))
                  .text())
          .contains("value=\"mma\" selected");
    }
  }

  @Test
  void registersVictimOnlyWithTheirConsent() {
    String report = ReferralForms.sendReport(base(), "Wants to be registered", "share");
    String form = report + "/referral";
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(form).text())
          .contains("Alleen als het slachtoffer zelf toestemt, op papier.")
          .contains("Casusoverleg mensenhandel")
          .contains("Openbaar Ministerie (OM)")
          .contains("Jeugdhulp");
      for (String basis : List.of("stated", "consent", "meldcode")) {
        APIResponse refused = desk.post(form, form, fieldsWithBasis(basis, "comensha", "what"));
        assertThat(refused.status()).as(basis).isEqualTo(422);
        assertThat(refused.text()).contains("Deze grondslag past niet");
      }
      String[] withoutStatement =
          ReferralForms.replace(fieldsWithBasis("victim", "comensha", "what"), "stated", "");
      assertThat(desk.post(form, form, withoutStatement).text())
          .contains("wanneer en hoe het slachtoffer");
      APIResponse sent = desk.post(form, form, fieldsWithBasis("victim", "comensha", "what"));
      assertThat(sent.text()).contains("OV-").contains("CoMensha");
    }
  }

  @Test
  void storesReferralToRecipientsOutsideThisSystem() {
    String report = ReferralForms.sendReport(base(), "To each of them", "unknown");
    for (String to :
        List.of(
            "veilig-thuis",
            "levvel",
            "neighbourhood-team",
            "nidos",
            "case-conference",
            "police",
            "prosecutor")) {
      try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
        String[] fields =
            ReferralForms.replace(ReferralForms.fields(to, "send", "what"), "draft", to);
        assertThat(desk.post(report + "/referral", report + "/referral", fields).text())
            .as(to)
            .contains("OV-");
      }
    }
  }

  @Test
  void neverSharesReporterWithCrimeLineOrRiec() {
    String report =
        ReferralForms.sendReport(base(), "Shares their name with who can help", "share");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      for (String to : List.of("mma", "riec")) {
        APIResponse refused =
            desk.post(
                report + "/referral", report + "/referral", fieldsWithBasis("consent", to, "name"));
        assertThat(refused.status()).as(to).isEqualTo(422);
        assertThat(refused.text())
            .contains("gaan nooit naar deze ontvanger")
            .doesNotContain(ReferralForms.PHONE_NUMBER);
      }
    }
  }

  @Test
  void sendingTwiceStoresOneReferral() {
    String report = ReferralForms.sendReport(base(), "Pressed twice", "unknown");
    ReferralForms.refer(base(), report, "riec", "what", "Pressed twice");
    ReferralForms.refer(base(), report, "riec", "what", "Pressed twice");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(Pattern.compile("OV-\\d{4}-").matcher(desk.get(report).text()).results().count())
          .isEqualTo(1);
    }
  }

  private static String[] fieldsWithBasis(String basis, String to, String field) {
    return ReferralForms.replace(ReferralForms.fields(to, "send", field), "basis", basis);
  }
}
