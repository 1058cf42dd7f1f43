package nl.uitweg.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.uitweg.site.report.FormClient;

/**
 * A report that was sent through the public form.
 *
 * @param code the receipt code of the reporter
 */
public record SentReport(String id, String code) {

  /** Telephone number of a reporter who leaves contact details. */
  public static final String PHONE_NUMBER = "06 00 00 91 92";

  /**
   * Fills in the form and sends it.
   *
   * @param municipality id, or {@code dont-know}
   * @param contact {@code unknown}, {@code contact} or {@code share}
   */
  public static SentReport send(String municipality, String description, String contact) {
    List<String> before = ids();
    FormClient form = new FormClient("nl");
    form.fillIn(municipality, description, contact);
    if (!contact.equals("unknown")) {
      form.next("name", "Sam", "way", PHONE_NUMBER, "hours", "", "voicemail", "no");
    }
    String code = FormClient.code(form.press("send"));
    List<String> after = new ArrayList<>(ids());
    after.removeAll(before);
    assertThat(after).hasSize(1);
    return new SentReport(after.get(0), code);
  }

  private static List<String> ids() {
    return SuperuserDatabase.values("select id::text from report");
  }

  /** Address of its case file. */
  public String path() {
    return "/backoffice/reports/" + id;
  }

  /** Its object name in the audit trail. */
  public String object() {
    return "report/" + id;
  }
}
