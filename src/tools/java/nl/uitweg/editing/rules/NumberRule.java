package nl.uitweg.editing.rules;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.editing.text.VisibleText;

/**
 * Requires the numbers, amounts and years of the Dutch text, or those of the English text, in any
 * order. A month may be written as a number, as in Chinese and Vietnamese.
 */
final class NumberRule implements TextRule {

  private static final Pattern GROUPING =
      Pattern.compile("(?<=\\d)[.,\\u00A0\\u202F ](?=\\d{3}(?!\\d))");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private static final String[] MONTHS =
      Arrays.copyOf(DateFormatSymbols.getInstance(ULocale.forLanguageTag("nl")).getMonths(), 12);

  @Override
  public List<Finding> check(TranslatedText text) {
    if (text.dutch().contains("plural")) {
      return List.of();
    }
    List<String> dutch = numbers(text.dutch());
    List<String> translated = new ArrayList<>(numbers(text.text()));
    if (translated.equals(dutch)
        || text.english().map(NumberRule::numbers).filter(translated::equals).isPresent()) {
      return List.of();
    }
    String lowerCase = text.dutch().toLowerCase(Locale.ROOT);
    for (int month = 0; month < MONTHS.length; month++) {
      if (lowerCase.contains(MONTHS[month].toLowerCase(Locale.ROOT))) {
        translated.remove(String.valueOf(month + 1));
      }
    }
    return translated.equals(dutch)
        ? List.of()
        : List.of(
            Finding.problem(
                text,
                "has the numbers "
                    + numbers(text.text())
                    + ", the Dutch text "
                    + dutch
                    + "; write the same numbers"));
  }

  private static List<String> numbers(String text) {
    String visible = GROUPING.matcher(VisibleText.withoutKeywords(text)).replaceAll("");
    return NUMBER.matcher(visible).results().map(MatchResult::group).sorted().toList();
  }
}
