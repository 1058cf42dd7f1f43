package nl.uitweg.desk.danger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Folding;
import nl.uitweg.platform.i18n.PackagedFolder;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.ReportContent;

/**
 * The words of danger of every language, read from {@code content/danger}. A report in which one
 * occurs is read first. A word only ever raises attention: a report without one is not less urgent.
 */
public final class DangerWords {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
  private static final int MAX_HITS = 4;

  /** Languages that people mix into every other language here. */
  private static final Set<String> ALWAYS = Set.of("nl", "en");

  private final Map<String, PhraseList> byLanguage;

  private DangerWords(Map<String, PhraseList> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /**
   * The phrases of one language.
   *
   * @param anywhere phrases that match anywhere in a text
   * @param byFirstCharacter first character → phrases that match whole words
   */
  private record PhraseList(
      List<DangerPhrase> anywhere, Map<Character, List<DangerPhrase>> byFirstCharacter) {

    static PhraseList of(List<DangerPhrase> phrases) {
      return new PhraseList(
          phrases.stream().filter(DangerPhrase::matchesAnywhere).toList(),
          phrases.stream()
              .filter(phrase -> !phrase.matchesAnywhere())
              .collect(Collectors.groupingBy(phrase -> phrase.words().get(0).charAt(0))));
    }

    List<DangerPhrase> beginningWith(char first) {
      return byFirstCharacter.getOrDefault(first, List.of());
    }
  }

  /**
   * Words of danger in a text.
   *
   * @param words as the reporter wrote them
   */
  public record Hit(DangerCategory category, String words) {

    /** Omits the words, because the result may be logged. */
    @Override
    public String toString() {
      return "Hit";
    }
  }

  /**
   * Reads the words.
   *
   * @param content the folder {@code content}
   * @throws IllegalStateException when a file is not a map of categories to lists of words
   * @throws UncheckedIOException when a file cannot be read
   */
  public static DangerWords read(Path content) {
    Map<String, PhraseList> byLanguage = new TreeMap<>();
    try (Stream<Path> files = Files.list(content.resolve("danger"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        String name = String.valueOf(file.getFileName());
        byLanguage.put(name.substring(0, name.lastIndexOf('.')), PhraseList.of(phrases(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("content/danger cannot be read", e);
    }
    return new DangerWords(byLanguage);
  }

  private static List<DangerPhrase> phrases(Path file) throws IOException {
    try {
      Map<String, List<String>> lists =
          YAML.readValue(Files.readString(file), new TypeReference<>() {});
      return lists.entrySet().stream()
          .flatMap(
              list ->
                  list.getValue().stream()
                      .map(word -> DangerPhrase.parse(DangerCategory.of(list.getKey()), word)))
          .toList();
    } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException(file + " is not a map of categories to lists of words", e);
    }
  }

  /** Codes of the languages that have words. */
  public Set<String> languages() {
    return Set.copyOf(byLanguage.keySet());
  }

  /**
   * The words of danger in the answers of a report, one for each category, at most four. Answers
   * that identify the reporter are left out.
   */
  public List<Hit> in(ReportContent content) {
    List<Hit> hits = new ArrayList<>();
    content.texts().entrySet().stream()
        .filter(answer -> !Consent.identifies(answer.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(answer -> hits.addAll(in(answer.getValue(), content.language())));
    return firstOfEachCategory(hits);
  }

  /**
   * The words of danger in a text, one for each category, at most four.
   *
   * @param language code of the language of the form; Dutch and English words are found too
   */
  public List<Hit> in(String text, String language) {
    Folding.Folded folded = Folding.foldWithOffsets(text);
    List<String> words = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    Matcher word = WORD.matcher(folded.text());
    while (word.find()) {
      words.add(word.group());
      starts.add(folded.offsets()[word.start()]);
      ends.add(folded.offsets()[word.end()]);
    }
    List<Hit> hits = new ArrayList<>();
    for (PhraseList phrases : lists(language)) {
      for (DangerPhrase phrase : phrases.anywhere()) {
        int at = folded.text().indexOf(phrase.words().get(0));
        if (at >= 0) {
          int end = folded.offsets()[at + phrase.words().get(0).length()];
          hits.add(new Hit(phrase.category(), text.substring(folded.offsets()[at], end)));
        }
      }
      for (int i = 0; i < words.size(); i++) {
        for (DangerPhrase phrase : phrases.beginningWith(words.get(i).charAt(0))) {
          if (phrase.matches(words, i)) {
            int last = i + phrase.words().size() - 1;
            hits.add(new Hit(phrase.category(), text.substring(starts.get(i), ends.get(last))));
          }
        }
      }
    }
    return firstOfEachCategory(hits);
  }

  private List<PhraseList> lists(String language) {
    return Stream.concat(Stream.of(language), ALWAYS.stream().sorted())
        .distinct()
        .flatMap(code -> Optional.ofNullable(byLanguage.get(code)).stream())
        .toList();
  }

  private static List<Hit> firstOfEachCategory(List<Hit> hits) {
    Map<DangerCategory, Hit> first = new LinkedHashMap<>();
    hits.forEach(hit -> first.putIfAbsent(hit.category(), hit));
    return first.values().stream().limit(MAX_HITS).toList();
  }

  /** Reads the words once. */
  @ApplicationScoped
  static class Reader {

    @Produces
    @Singleton
    DangerWords words() {
      return PackagedFolder.read("content", DangerWords::read);
    }
  }
}
