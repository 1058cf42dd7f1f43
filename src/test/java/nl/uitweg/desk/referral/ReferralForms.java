package nl.uitweg.desk.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;

/** Sends referrals with the form of the desk, and reads values from their pages. */
final class ReferralForms {

  /** Telephone number of a reporter who leaves contact details. */
  static final String PHONE_NUMBER = "06 00 00 55 66";

  private ReferralForms() {}

  /**
   * Sends a report to Zilvervoort through the public form.
   *
   * @param contact {@code unknown}, {@code contact} or {@code share}
   * @return path of its case file
   */
  static String sendReport(String base, String text, String contact) {
    FormClient form = new FormClient("nl");
    form.fillIn("zilvervoort", text, contact);
    if (!contact.equals("unknown")) {
      form.next("name", "Sam", "way", PHONE_NUMBER, "hours", "", "voicemail", "no");
    }
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    try (DeskClient desk = new DeskClient(base, "zilvervoort")) {
      Page page = desk.context().newPage();
      return Inbox.address(page, base, text);
    }
  }

  /**
   * Refers a report through the preview.
   *
   * @param report path of the case file
   * @param to key of the recipient
   * @param field key of the shared answer
   * @return path of the referral at the sender
   */
  static String refer(String base, String report, String to, String field, String text) {
    try (DeskClient desk = new DeskClient(base, "zilvervoort")) {
      String form = report + "/referral";
      String preview = desk.post(form, form, fields(to, "preview", field, text)).text();
      assertThat(preview).contains("Controleer de overdracht").contains(text);
      APIResponse sent = desk.post(form, form, fields(to, "send", field, text));
      assertThat(sent.text()).contains("OV-");
      return sent.url().substring(base.length());
    }
  }

  /** As {@link #fields(String, String, String, String)}, with a fixed text. */
  static String[] fields(String to, String step, String field) {
    return fields(to, step, field, "text");
  }

  /**
   * Names and values of the form fields, in turn.
   *
   * @param to key of the recipient
   * @param step {@code preview}, {@code send} or {@code change}
   * @param field key of the shared answer
   */
  static String[] fields(String to, String step, String field, String text) {
    return new String[] {
      "draft",
      "one",
      "recipient",
      to,
      "purpose",
      "help",
      "basis",
      "stated",
      "stated",
      "Wet X, artikel 1",
      "field",
      field,
      "text-" + field,
      text,
      "step",
      step
    };
  }

  /** These fields with another value for the first field with this name. */
  static String[] replace(String[] fields, String name, String value) {
    String[] replaced = fields.clone();
    for (int i = 0; i < replaced.length; i += 2) {
      if (replaced[i].equals(name)) {
        replaced[i + 1] = value;
        return replaced;
      }
    }
    throw new IllegalArgumentException("No field " + name);
  }

  /** The first link with this prefix, followed by an id. */
  static String first(String html, String prefix) {
    return group(html, "href=\"(" + prefix + "[0-9a-f-]{36})\"");
  }

  /** The first group of the first match. */
  static String group(String html, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(html);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
