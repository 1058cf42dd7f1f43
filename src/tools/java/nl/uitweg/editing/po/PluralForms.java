package nl.uitweg.editing.po;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;

/**
 * The plural forms of a language in a PO file. They are the CLDR plural categories of the whole
 * numbers up to {@link #MAX_COUNT}, so that form {@code msgstr[n]} and the category that the site
 * uses for a number are always the same.
 *
 * @param categories the CLDR category of each form
 * @param expression C expression that gives the form of the number {@code n}
 */
record PluralForms(List<String> categories, String expression) {

  /** No text of the site counts further; French has a category for millions that is left out. */
  private static final int MAX_COUNT = 10_000;

  private static final int MAX_EXAMPLES = 5;

  private static final List<String> CATEGORIES =
      List.of("zero", "one", "two", "few", "many", "other");

  /** Operands of CLDR rules that are the number itself; all others are 0 for a whole number. */
  private static final Set<String> NUMBER = Set.of("n", "i");

  private static final Pattern RELATION = Pattern.compile("([a-z])(?: % (\\d+))? (!?=) ([\\d.,]+)");

  static PluralForms of(Language language) {
    PluralRules rules = rules(language);
    Set<String> used =
        IntStream.rangeClosed(0, MAX_COUNT).mapToObj(rules::select).collect(Collectors.toSet());
    List<String> categories = CATEGORIES.stream().filter(used::contains).toList();
    StringBuilder expression = new StringBuilder();
    for (int form = 0; form < categories.size() - 1; form++) {
      expression.append(condition(rule(rules, categories.get(form))));
      expression.append(" ? ").append(form).append(" : ");
    }
    return new PluralForms(categories, expression.toString() + (categories.size() - 1));
  }

  private static PluralRules rules(Language language) {
    return PluralRules.forLocale(ULocale.forLanguageTag(language.code()));
  }

  /**
   * The rule of a category in the description of all rules, {@code one: i = 1 and v = 0; few: …}.
   */
  private static String rule(PluralRules rules, String category) {
    return Stream.of(rules.toString().split(";", -1))
        .map(String::strip)
        .filter(rule -> rule.startsWith(category + ":"))
        .map(rule -> rule.substring(category.length() + 1).replaceFirst("@.*", "").strip())
        .findFirst()
        .orElseThrow();
  }

  /** Value of the header field {@code Plural-Forms}. */
  String header() {
    return "nplurals=" + categories.size() + "; plural=(" + expression + ");";
  }

  /** The first numbers of each form, for translators: {@code msgstr[1]: 2, 3, 4, 22, 23}. */
  static List<String> examples(Language language) {
    PluralForms forms = of(language);
    PluralRules rules = rules(language);
    Map<Integer, String> numbers = new TreeMap<>();
    for (int form = 0; form < forms.categories.size(); form++) {
      String category = forms.categories.get(form);
      numbers.put(
          form,
          IntStream.rangeClosed(0, MAX_COUNT)
              .filter(number -> rules.select(number).equals(category))
              .limit(MAX_EXAMPLES)
              .mapToObj(String::valueOf)
              .collect(Collectors.joining(", ")));
    }
    return numbers.entrySet().stream()
        .map(entry -> "msgstr[" + entry.getKey() + "]: " + entry.getValue())
        .toList();
  }

  private static String condition(String rule) {
    List<String> alternatives = new ArrayList<>();
    for (String alternative : rule.split(" or ", -1)) {
      Set<String> relations =
          Stream.of(alternative.split(" and ", -1))
              .map(relation -> relation(relation.strip()))
              .filter(relation -> !relation.equals("1"))
              .collect(Collectors.toCollection(TreeSet::new));
      if (!relations.contains("0")) {
        alternatives.add(relations.isEmpty() ? "1" : String.join(" && ", relations));
      }
    }
    return alternatives.size() == 1
        ? alternatives.get(0)
        : alternatives.stream().collect(Collectors.joining(") || (", "(", ")"));
  }

  /** A relation such as {@code i % 10 = 2..4} in C; {@code 0} or {@code 1} when it is constant. */
  private static String relation(String cldr) {
    Matcher relation = RELATION.matcher(cldr);
    if (!relation.matches()) {
      throw new IllegalStateException("The CLDR plural rule '" + cldr + "' cannot be read");
    }
    boolean negated = relation.group(3).equals("!=");
    String[] ranges = relation.group(4).split(",", -1);
    if (!NUMBER.contains(relation.group(1))) {
      boolean zero = Stream.of(ranges).anyMatch(range -> range.matches("0(\\.\\..*)?"));
      return zero == negated ? "0" : "1";
    }
    String number = relation.group(2) == null ? "n" : "n % " + relation.group(2);
    String all =
        Stream.of(ranges)
            .map(range -> range(number, range, negated))
            .collect(Collectors.joining(negated ? " && " : " || "));
    return ranges.length == 1 ? all : "(" + all + ")";
  }

  private static String range(String number, String range, boolean negated) {
    String[] bounds = range.split("\\.\\.", -1);
    if (bounds.length == 1) {
      return number + (negated ? " != " : " == ") + bounds[0];
    }
    if (bounds[0].equals("0")) {
      return number + (negated ? " > " : " <= ") + bounds[1];
    }
    return negated
        ? "(%s < %s || %s > %s)".formatted(number, bounds[0], number, bounds[1])
        : "(%s >= %s && %s <= %s)".formatted(number, bounds[0], number, bounds[1]);
  }
}
