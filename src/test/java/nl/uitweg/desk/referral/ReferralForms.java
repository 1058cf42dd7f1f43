package nl.uitweg.desk.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Form fields of a referral, and patterns to read values from its pages. */
final class ReferralForms {

  private ReferralForms() {}

  /** As {@link #fields(String, String, String, String)}, with a fixed text. */
  static String[] fields(String to, String step, String field) {
    return fields(to, step, field, "text");
  }

  /**
   * Names and values in turn.
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
