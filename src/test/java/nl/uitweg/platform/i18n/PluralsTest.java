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

/** Every text with a number in it, in every language, with the numbers that plural rules part. */
class PluralsTest {

  private static final int[] NUMBERS = {0, 1, 2, 3, 5, 11, 21, 100};

  /** Not a mark such as {tel:police}, which content reads. */
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  private final Languages languages = Languages.read(Path.of("i18n"));
  private final Bundles bundles = Bundles.read(Path.of("i18n"), languages);

  /**
   * The number stands in the text, unless this form of the language is for this number alone, as
   * the dual in Arabic; then no other number may stand there.
   */
  @Test
  void every_text_says_the_number_it_is_given() {
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
          String said = texts.get(key, arguments(types, number));
          for (Map.Entry<Integer, ArgType> argument : types.entrySet()) {
            String expected = said(argument.getValue(), argument.getKey(), number);
            boolean holds = Pattern.compile("(?<!\\d)" + expected + "(?!\\d)").matcher(said).find();
            if (!holds && !alone(texts.get(key), language, number, said)) {
              wrong.add(language.code() + " " + key + " with " + number + ": " + said);
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

  /** The arguments of a text and what they are. */
  private static Map<Integer, ArgType> types(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Map<Integer, ArgType> types = new TreeMap<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        types.merge(
            pattern.getPart(i + 1).getValue(),
            part.getArgType(),
            (one, other) -> one == ArgType.NONE ? other : one);
      }
    }
    return types;
  }

  /** A word where a word is meant, the number where a number is. */
  private static Object[] arguments(Map<Integer, ArgType> types, int number) {
    int last = types.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    Object[] arguments = new Object[last + 1];
    for (int i = 0; i <= last; i++) {
      ArgType type = types.getOrDefault(i, ArgType.NONE);
      arguments[i] = type == ArgType.NONE ? word(i) : Integer.valueOf(number);
    }
    return arguments;
  }

  private static String said(ArgType type, int index, int number) {
    return type == ArgType.NONE ? word(index) : String.valueOf(number);
  }

  private static String word(int index) {
    return "⟨" + (char) ('A' + index) + "⟩";
  }

  private static boolean alone(String text, Language language, int number, String said) {
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
        && !DIGIT.matcher(said).find();
  }
}
