package nl.uitweg.platform.i18n;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.LocalePriorityList;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The languages of this installation, in the order of {@code i18n/languages.txt}; Dutch is the
 * source.
 */
public final class Languages {

  /** Language tag of Dari, which CLDR does not match to Persian ({@code fa-AF}). */
  private static final Pattern DARI_TAG =
      Pattern.compile("\\bprs(-AF)?\\b", Pattern.CASE_INSENSITIVE);

  /**
   * Language tags of Chinese in traditional characters, which CLDR does not match to simplified
   * ones. Their readers understand simplified characters far better than English.
   */
  private static final Pattern TRADITIONAL_CHINESE_TAG =
      Pattern.compile("\\bzh-(?:Hant(?:-[A-Z]{2})?|TW|HK|MO)\\b", Pattern.CASE_INSENSITIVE);

  private final List<Language> all;
  private final Map<Language, LocalDate> swornReviewDates;
  private final LocaleMatcher matcher;

  public Languages(List<Language> all) {
    this(all, Map.of());
  }

  private Languages(List<Language> all, Map<Language, LocalDate> swornReviewDates) {
    this.all = List.copyOf(all);
    this.swornReviewDates = Map.copyOf(swornReviewDates);
    this.matcher =
        LocaleMatcher.builder()
            .setSupportedULocales(all.stream().map(Language::uLocale).toList())
            .setNoDefaultLocale()
            .build();
  }

  /**
   * Reads one language code per line, optionally followed by the date on which a sworn translator
   * had reviewed all texts. Blank lines and lines starting with {@code #} are skipped.
   *
   * @throws IllegalStateException when Dutch, the source, is not the first language, or a date is
   *     invalid
   */
  public static Languages read(Path i18n) {
    Path file = i18n.resolve("languages.txt");
    try {
      List<Language> all = new ArrayList<>();
      Map<Language, LocalDate> swornReviewDates = new HashMap<>();
      for (String line : Files.readAllLines(file)) {
        String[] words = line.strip().split("\\s+", -1);
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        Language language = new Language(words[0]);
        all.add(language);
        if (words.length > 1) {
          swornReviewDates.put(language, LocalDate.parse(words[1]));
        }
      }
      Languages languages = new Languages(all, swornReviewDates);
      if (!languages.all.get(0).equals(Language.DUTCH)) {
        throw new IllegalStateException(
            "i18n/languages.txt:1: the first language must be nl, the source");
      }
      return languages;
    } catch (DateTimeParseException e) {
      throw new IllegalStateException(
          "i18n/languages.txt: '"
              + e.getParsedString()
              + "' is not a date; expected a form such as 2027-01-31",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("i18n/languages.txt cannot be read", e);
    }
  }

  public List<Language> all() {
    return all;
  }

  /**
   * The date on which a sworn translator had reviewed all texts; empty when that did not happen.
   */
  public Optional<LocalDate> swornReviewDate(Language language) {
    return Optional.ofNullable(swornReviewDates.get(language));
  }

  /** The language with exactly this code; empty when the site does not have it. */
  public Optional<Language> byCode(@Nullable String code) {
    return all.stream().filter(language -> language.code().equals(code)).findFirst();
  }

  /**
   * The language with this code, ignoring case ({@code EN}, {@code zh-hans}) and missing subtags
   * ({@code zh}).
   */
  public Optional<Language> byAnySpelling(String code) {
    return all.stream()
        .filter(language -> language.code().equalsIgnoreCase(code))
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(language -> language.locale().getLanguage().equalsIgnoreCase(code))
                    .findFirst());
  }

  /**
   * Negotiates the language for an {@code Accept-Language} header (RFC 9110, section 12.5.4) by
   * CLDR distance. Returns Dutch when the header is missing, blank or malformed, and English when
   * no requested language is available.
   */
  public Language negotiate(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
      return Language.DUTCH;
    }
    try {
      String requested = DARI_TAG.matcher(acceptLanguage).replaceAll("fa-AF");
      requested = TRADITIONAL_CHINESE_TAG.matcher(requested).replaceAll("zh-Hans");
      ULocale best = matcher.getBestMatch(LocalePriorityList.add(requested).build());
      return all.stream()
          .filter(language -> language.uLocale().equals(best))
          .findFirst()
          .orElseGet(() -> byCode("en").orElse(Language.DUTCH));
    } catch (IllegalArgumentException malformed) {
      return Language.DUTCH;
    }
  }
}
