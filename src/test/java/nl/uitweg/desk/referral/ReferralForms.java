package nl.uitweg.desk.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an officer fills in to refer, and what is found in the pages of it. */
final class ReferralForms {

  private ReferralForms() {}

  static String[] fields(String to, String step, String field) {
    return fields(to, step, field, "text");
  }

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

  static String first(String html, String prefix) {
    return group(html, "href=\"(" + prefix + "[0-9a-f-]{36})\"");
  }

  static String group(String html, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(html);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
