package nl.uitweg.editing.rules;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.platform.i18n.NamedParameter;

/**
 * Requires that an ICU message can be parsed, and that a plural has a text for every CLDR plural
 * category that the language uses for the numbers up to {@link #MAX_COUNT}. Categories that only
 * larger numbers have are not required, because no text needs them.
 */
final class PluralRule implements TextRule {

  private static final int MAX_COUNT = 10_000;

  /** More than the Netherlands has; a named parameter counts municipalities. */
  private static final int MAX_MUNICIPALITIES = 400;

  @Override
  public List<Finding> check(TranslatedText text) {
    List<Finding> findings = new ArrayList<>();
    try {
      if (text.isIcuMessage()) {
        check(text, new MessagePattern(text.text()), findings);
      } else {
        for (NamedParameter parameter : NamedParameter.in(text.text())) {
          check(text, new MessagePattern(parameter.icuPattern()), findings);
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      findings.add(
          Finding.problem(
              text,
              "is not an ICU message: "
                  + e.getMessage()
                  + "; compare its braces with the Dutch text"));
    }
    return findings;
  }

  private static void check(TranslatedText text, MessagePattern pattern, List<Finding> findings) {
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START
          && part.getArgType().hasPluralStyle()) {
        Set<String> given = selectors(pattern, i);
        boolean numbered = pattern.getPart(i + 1).getType() == MessagePattern.Part.Type.ARG_NUMBER;
        IntStream counts =
            numbered
                ? IntStream.rangeClosed(0, MAX_COUNT)
                : IntStream.rangeClosed(1, MAX_MUNICIPALITIES);
        Set<String> missing = categories(text, part.getArgType(), given, counts);
        missing.removeAll(given);
        if (!missing.isEmpty()) {
          findings.add(
              Finding.problem(
                  text,
                  "has no text for the plural "
                      + missing
                      + " of "
                      + text.language().code()
                      + "; add it"));
        }
      }
    }
  }

  /** Plural categories of the numbers that have no explicit selector such as {@code =1}. */
  private static Set<String> categories(
      TranslatedText text, MessagePattern.ArgType type, Set<String> given, IntStream counts) {
    PluralRules rules =
        PluralRules.forLocale(
            ULocale.forLanguageTag(text.language().code()),
            type == MessagePattern.ArgType.PLURAL
                ? PluralRules.PluralType.CARDINAL
                : PluralRules.PluralType.ORDINAL);
    Set<String> categories =
        counts
            .filter(number -> !given.contains("=" + number))
            .mapToObj(rules::select)
            .collect(Collectors.toCollection(TreeSet::new));
    categories.add(PluralRules.KEYWORD_OTHER);
    return categories;
  }

  private static Set<String> selectors(MessagePattern pattern, int start) {
    int end = pattern.getLimitPartIndex(start);
    Set<String> selectors = new TreeSet<>();
    int i = start + 1;
    while (i < end) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
        selectors.add(pattern.getSubstring(part));
      }
      i =
          part.getType() == MessagePattern.Part.Type.MSG_START
              ? pattern.getLimitPartIndex(i) + 1
              : i + 1;
    }
    return selectors;
  }
}
