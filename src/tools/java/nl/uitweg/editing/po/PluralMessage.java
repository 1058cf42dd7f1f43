package nl.uitweg.editing.po;

import com.ibm.icu.text.MessagePattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An ICU message with one plural, as whole sentences: that is how gettext and translators write
 * plurals. {@code #} stands for the number.
 *
 * @param argument name or number of the plural argument
 * @param sentences the whole text by CLDR plural category
 */
record PluralMessage(String argument, Map<String, String> sentences) {

  private static final String ONE = "one";
  private static final String OTHER = "other";

  /**
   * Splits a message. Empty when it is no ICU message, or has no plural, several arguments with
   * variants, an offset, or a text for a single number such as {@code =1}: gettext cannot express
   * these, so that they stay ICU messages.
   */
  static Optional<PluralMessage> parse(String text) {
    MessagePattern pattern;
    try {
      pattern = new MessagePattern(text);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
    int start = -1;
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START
          && part.getArgType() != MessagePattern.ArgType.NONE
          && part.getArgType() != MessagePattern.ArgType.SIMPLE) {
        if (start >= 0 || part.getArgType() != MessagePattern.ArgType.PLURAL) {
          return Optional.empty();
        }
        start = i;
      }
    }
    return start < 0 ? Optional.empty() : split(pattern, start);
  }

  private static Optional<PluralMessage> split(MessagePattern pattern, int start) {
    String text = pattern.getPatternString();
    int end = pattern.getLimitPartIndex(start);
    String before = text.substring(0, pattern.getPart(start).getIndex());
    String after = text.substring(pattern.getPart(end).getLimit());
    Map<String, String> sentences = new LinkedHashMap<>();
    int i = start + 2;
    while (i < end) {
      MessagePattern.Part selector = pattern.getPart(i);
      if (selector.getType() != MessagePattern.Part.Type.ARG_SELECTOR
          || pattern.getPart(i + 1).getType() != MessagePattern.Part.Type.MSG_START) {
        return Optional.empty();
      }
      int close = pattern.getLimitPartIndex(i + 1);
      String branch =
          text.substring(pattern.getPart(i + 1).getLimit(), pattern.getPart(close).getIndex());
      sentences.put(pattern.getSubstring(selector), before + branch + after);
      i = close + 1;
    }
    return Optional.of(
        new PluralMessage(pattern.getSubstring(pattern.getPart(start + 1)), sentences));
  }

  /** Whether this is a Dutch text that gettext can express: one sentence for 1, one for others. */
  boolean isSingularAndPlural() {
    return List.copyOf(sentences.keySet()).equals(List.of(ONE, OTHER));
  }

  String singular() {
    return sentences.getOrDefault(ONE, plural());
  }

  String plural() {
    return sentences.getOrDefault(OTHER, "");
  }

  /** The sentences in the order of the forms of a language. */
  List<String> sentences(PluralForms forms) {
    return forms.categories().stream()
        .map(category -> sentences.getOrDefault(category, plural()))
        .toList();
  }

  /**
   * The ICU message of the given sentences. A language that uses {@code other} for fractions only,
   * such as Polish, gets its last form there, because ICU requires {@code other}.
   */
  static String compose(String argument, PluralForms forms, List<String> sentences) {
    Map<String, String> byCategory = new LinkedHashMap<>();
    for (int form = 0; form < sentences.size(); form++) {
      byCategory.put(forms.categories().get(form), sentences.get(form));
    }
    byCategory.putIfAbsent(OTHER, sentences.get(sentences.size() - 1));
    return byCategory.entrySet().stream()
        .map(entry -> entry.getKey() + " {" + entry.getValue() + "}")
        .collect(Collectors.joining(" ", "{" + argument + ", plural, ", "}"));
  }
}
