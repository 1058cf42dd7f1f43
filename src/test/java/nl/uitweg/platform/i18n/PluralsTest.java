package nl.uitweg.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Formats every text that has arguments, in every language, with numbers of all plural categories.
 */
class PluralsTest {

  private static final int[] NUMBERS = {0, 1, 2, 3, 5, 11, 21, 100};

  /** An argument, as opposed to a mark such as {@code {tel:police}}, which content replaces. */
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  private final Languages languages = Languages.read(Path.of("i18n"));
  private final Bundles bundles = Bundles.read(Path.of("i18n"), languages);

  /**
   * The text must contain every argument. A number may be absent when the plural form is for this
   * number only, as the dual in Arabic; the text must then contain no digits.
   */
  @Test
  void everyTextContainsItsArguments() {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Language language : languages.all()) {
      Texts texts = bundles.in(language);
      for (String key : keys(language)) {
        if (!ARGUMENT.matcher(texts.get(key)).find()) {
          continue;
        }
        Map<Integer, ArgType> types = types(texts.get(key));
        seen++;
        for (int number : NUMBERS) {
          String formatted = texts.get(key, arguments(types, number));
          for (Map.Entry<Integer, ArgType> argument : types.entrySet()) {
            String expected = expectedText(argument.getValue(), argument.getKey(), number);
            boolean holds =
                Pattern.compile("(?<!\\d)" + expected + "(?!\\d)").matcher(formatted).find();
            if (!holds && !isFormForOneNumber(texts.get(key), language, number, formatted)) {
              wrong.add(language.code() + " " + key + " with " + number + ": " + formatted);
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(20 * languages.all().size());
  }

  private List<String> keys(Language language) {
    return BundleFolder.all(Path.of("i18n")).stream()
        .filter(bundle -> bundle.languages(languages).contains(language))
        .flatMap(
            bundle ->
                BundleFile.read(bundle, language).texts().keySet().stream()
                    .map(key -> bundle.name() + "." + key))
        .sorted()
        .toList();
  }

  /** The arguments of a text by index, with their types. */
  private static Map<Integer, ArgType> types(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Map<Integer, ArgType> types = new TreeMap<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        types.merge(
            pattern.getPart(i + 1).getValue(),
            part.getArgType(),
            (first, second) -> first == ArgType.NONE ? second : first);
      }
    }
    return types;
  }

  /** Argument values: a word for text arguments, the number for all others. */
  private static Object[] arguments(Map<Integer, ArgType> types, int number) {
    int last = types.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    Object[] arguments = new Object[last + 1];
    for (int i = 0; i <= last; i++) {
      ArgType type = types.getOrDefault(i, ArgType.NONE);
      arguments[i] = type == ArgType.NONE ? word(i) : Integer.valueOf(number);
    }
    return arguments;
  }

  private static String expectedText(ArgType type, int index, int number) {
    return type == ArgType.NONE ? word(index) : String.valueOf(number);
  }

  private static String word(int index) {
    return "⟨" + (char) ('A' + index) + "⟩";
  }

  private static boolean isFormForOneNumber(
      String text, Language language, int number, String formatted) {
    MessagePattern pattern = new MessagePattern(text);
    Set<String> forms = new HashSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPart(i).getType() == Part.Type.ARG_SELECTOR) {
        forms.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    String form = PluralRules.forLocale(language.uLocale()).select(number);
    return number <= 2
        && (forms.contains("=" + number) || (!form.equals("other") && forms.contains(form)))
        && !DIGIT.matcher(formatted).find();
  }
}
