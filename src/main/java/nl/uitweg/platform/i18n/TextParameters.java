package nl.uitweg.platform.i18n;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Named parameters of texts, such as {@code {region}} or {@code {municipality_count, plural, =1
 * {one} other {#}}}. Their values are the same for the whole installation, so they are filled in
 * once, when texts are read. Numbered arguments ({@code {0}}) and marks ({@code {tel:…}}) stay as
 * they are.
 */
public final class TextParameters {

  /** Texts as editors wrote them: no parameter is filled in or checked. */
  public static final TextParameters UNFILLED = new TextParameters(Set.of(), language -> Map.of());

  /**
   * Lists of languages for which CLDR attaches the conjunction to the name, which is wrong next to
   * a name in another script, or which have one comma more than the texts of this site.
   */
  private static final Map<String, List<String>> SEPARATORS =
      Map.of(
          "ar", List.of(" و ", " و "),
          "fa", List.of("، ", " و "),
          "ti", List.of("፡ ", " ከምኡ እውን "));

  private final Set<String> names;
  private final Function<Language, Map<String, Object>> values;
  private final Pattern brokenParameter;

  /**
   * @param names names of all parameters: lower case letters and {@code _}
   * @param values value of each parameter in a language: a text or a number
   */
  public TextParameters(Set<String> names, Function<Language, Map<String, Object>> values) {
    this.names = new TreeSet<>(names);
    this.values = values;
    this.brokenParameter = Pattern.compile("\\{(?:" + String.join("|", names) + ")\\b(?! *[,}])");
  }

  /**
   * The text with its named parameters filled in, by the rules of the language and with the digits
   * 0 to 9.
   *
   * @throws IllegalArgumentException with the reason when a parameter is unknown, its braces are
   *     not balanced, or its format is invalid, such as a plural without {@code other}
   */
  public String fill(String text, Language language) {
    if (text.indexOf('{') < 0 || names.isEmpty()) {
      return text;
    }
    StringBuilder filled = new StringBuilder();
    int copied = 0;
    for (NamedParameter parameter : NamedParameter.in(text)) {
      filled.append(text, copied, parameter.start()).append(format(parameter, language));
      copied = parameter.end();
    }
    filled.append(text, copied, text.length());
    Matcher broken = brokenParameter.matcher(filled);
    if (broken.find()) {
      throw new IllegalArgumentException(
          broken.group() + " is not followed by } or by a comma and a format");
    }
    return filled.toString();
  }

  private String format(NamedParameter parameter, Language language) {
    if (!names.contains(parameter.name())) {
      throw new IllegalArgumentException(
          "{" + parameter.name() + "} is not a parameter; known are " + String.join(", ", names));
    }
    try {
      ULocale locale = language.uLocale().setKeywordValue("numbers", "latn");
      return parameter.restoreMarks(
          new MessageFormat(parameter.icuPattern(), locale).format(values.apply(language)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "{" + parameter.name() + "…} is not an ICU message: " + e.getMessage(), e);
    }
  }

  /** Joins names as a list in the language: A, B and C. */
  public static String list(List<String> names, Language language) {
    List<String> separators = SEPARATORS.get(language.code());
    if (separators == null) {
      ULocale locale = language.equals(Language.ENGLISH) ? ULocale.UK : language.uLocale();
      return ListFormatter.getInstance(locale).format(names);
    }
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(separators.get(0), names.subList(0, last))
            + separators.get(1)
            + names.get(last);
  }
}
