package nl.uitweg.editing.rules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.i18n.Language;

/**
 * What texts of one language must and must not say, from {@code content/wording/<language>.yaml}.
 *
 * @param never words that promise too much or endanger
 * @param instead words that are a second name for something, with the one name that is used
 * @param explained difficult terms, each with words of its explanation; a page or a text with the
 *     term must have one of them
 * @param afterQuestion words that begin a sentence directly after a question; a page or a text has
 *     at most one such pair, because many in a row read like a questionnaire
 */
record Wording(
    List<Never> never,
    List<Instead> instead,
    List<Explained> explained,
    List<String> afterQuestion) {

  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  Wording {
    never = never == null ? List.of() : List.copyOf(never);
    instead = instead == null ? List.of() : List.copyOf(instead);
    explained = explained == null ? List.of() : List.copyOf(explained);
    afterQuestion = afterQuestion == null ? List.of() : List.copyOf(afterQuestion);
  }

  /**
   * Words that no text may contain.
   *
   * @param words the words, or the start of a word when they end in {@code *}
   * @param why what is wrong with them, for the editor
   */
  record Never(String words, String why) {}

  /**
   * A second name for something.
   *
   * @param words the words to avoid, or the start of a word when they end in {@code *}
   * @param use the words to use
   */
  record Instead(String words, String use) {}

  /**
   * A term that readers do not know.
   *
   * @param term the term, or the start of a word when it ends in {@code *}
   * @param by parts of possible explanations
   */
  record Explained(String term, List<String> by) {

    boolean isExplainedIn(String text) {
      String lowerCase = text.toLowerCase(Locale.ROOT);
      return by.stream().anyMatch(part -> lowerCase.contains(part.toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * Reads the rules of a language; a language without a file has none.
   *
   * @throws InvalidContentException naming the file and the reason when it cannot be read
   */
  static Wording read(Path content, Language language) {
    String name = "content/wording/" + language.code() + ".yaml";
    Path file = content.resolve("wording").resolve(language.code() + ".yaml");
    if (Files.notExists(file)) {
      return new Wording(List.of(), List.of(), List.of(), List.of());
    }
    try {
      return YAML.readValue(Files.readString(file), Wording.class);
    } catch (IOException e) {
      throw InvalidContentException.in(name, "cannot be read: " + e.getMessage());
    }
  }

  /** Whether the text has the words, as whole words unless the script has no spaces. */
  static boolean occurs(String words, String text) {
    return pattern(expression(words)).matcher(text).find();
  }

  /** Whether the text has any of the words in {@code never} and {@code instead}. */
  boolean hasRefusedWords(String text) {
    String any =
        Stream.concat(never.stream().map(Never::words), instead.stream().map(Instead::words))
            .map(Wording::expression)
            .collect(Collectors.joining("|"));
    return !any.isEmpty() && pattern(any).matcher(text).find();
  }

  private static String expression(String words) {
    boolean start = words.endsWith("*");
    String quoted = Pattern.quote(start ? words.substring(0, words.length() - 1) : words);
    return hasNoSpaces(words)
        ? quoted
        : "(?<![\\p{L}\\p{M}])" + quoted + (start ? "" : wordEnd(words));
  }

  /** Compiles each expression once; the same ones are needed for thousands of texts. */
  private static Pattern pattern(String expression) {
    return PATTERNS.computeIfAbsent(
        expression, key -> Pattern.compile(key, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  private static String wordEnd(String words) {
    return hasNoSpaces(words) ? "" : "(?![\\p{L}\\p{M}])";
  }

  private static boolean hasNoSpaces(String words) {
    return words.codePoints().anyMatch(Character::isIdeographic);
  }

  /** Number of sentences that begin with one of the words directly after a question. */
  int sentencesAfterQuestion(String text) {
    if (afterQuestion.isEmpty()) {
      return 0;
    }
    String words =
        afterQuestion.stream()
            .map(word -> Pattern.quote(word) + wordEnd(word))
            .collect(Collectors.joining("|"));
    return (int) pattern("[?؟？]\\s*(?-i:" + words + ")").matcher(text).results().count();
  }
}
