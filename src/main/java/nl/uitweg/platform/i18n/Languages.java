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

  /** Dari under a code of its own, which CLDR does not lead to Persian as in Afghanistan. */
  private static final Pattern DARI = Pattern.compile("\\bprs(-AF)?\\b", Pattern.CASE_INSENSITIVE);

  /**
   * Chinese in traditional characters, which CLDR does not lead to simplified ones; who reads the
   * one makes out the other far better than English.
   */
  private static final Pattern TRADITIONAL =
      Pattern.compile("\\bzh-(?:Hant(?:-[A-Z]{2})?|TW|HK|MO)\\b", Pattern.CASE_INSENSITIVE);

  private final List<Language> all;
  private final Map<Language, LocalDate> sworn;
  private final LocaleMatcher matcher;

  public Languages(List<Language> all) {
    this(all, Map.of());
  }

  private Languages(List<Language> all, Map<Language, LocalDate> sworn) {
    this.all = List.copyOf(all);
    this.sworn = Map.copyOf(sworn);
    this.matcher =
        LocaleMatcher.builder()
            .setSupportedULocales(all.stream().map(Language::uLocale).toList())
            .setNoDefaultLocale()
            .build();
  }

  /**
   * Reads one language code per line, with the day on which a sworn translator had read all of it,
   * if one has; blank lines and lines starting with {@code #} are skipped.
   *
   * @throws IllegalStateException when Dutch, the source, is not the first, or a day is none
   */
  public static Languages read(Path i18n) {
    Path file = i18n.resolve("languages.txt");
    try {
      List<Language> all = new ArrayList<>();
      Map<Language, LocalDate> sworn = new HashMap<>();
      for (String line : Files.readAllLines(file)) {
        String[] words = line.strip().split("\\s+", -1);
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        Language language = new Language(words[0]);
        all.add(language);
        if (words.length > 1) {
          sworn.put(language, LocalDate.parse(words[1]));
        }
      }
      Languages languages = new Languages(all, sworn);
      if (!languages.all.get(0).equals(Language.DUTCH)) {
        throw new IllegalStateException(
            "i18n/languages.txt:1: the first language must be nl, the source");
      }
      return languages;
    } catch (DateTimeParseException e) {
      throw new IllegalStateException(
          "i18n/languages.txt: '" + e.getParsedString() + "' is no day; write 2027-01-31", e);
    } catch (IOException e) {
      throw new UncheckedIOException("i18n/languages.txt cannot be read", e);
    }
  }

  public List<Language> all() {
    return all;
  }

  /** The day on which a sworn translator had read all texts; empty when none has. */
  public Optional<LocalDate> sworn(Language language) {
    return Optional.ofNullable(sworn.get(language));
  }

  /** The language with exactly this code, when the site has it. */
  public Optional<Language> byCode(@Nullable String code) {
    return all.stream().filter(l -> l.code().equals(code)).findFirst();
  }

  /**
   * The language somebody means who writes its code in other letters ({@code EN}, {@code zh-hans})
   * or without the script ({@code zh}).
   */
  public Optional<Language> spelled(String code) {
    return all.stream()
        .filter(l -> l.code().equalsIgnoreCase(code))
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(l -> l.locale().getLanguage().equalsIgnoreCase(code))
                    .findFirst());
  }

  /**
   * The best language for a browser, by CLDR distance (RFC 9110, section 12.5.4). Without a wish:
   * Dutch. With a wish we cannot meet: English, the bridge language. A malformed header counts as
   * no wish.
   */
  public Language negotiate(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
      return Language.DUTCH;
    }
    try {
      String wish = DARI.matcher(acceptLanguage).replaceAll("fa-AF");
      wish = TRADITIONAL.matcher(wish).replaceAll("zh-Hans");
      ULocale best = matcher.getBestMatch(LocalePriorityList.add(wish).build());
      return all.stream()
          .filter(l -> l.uLocale().equals(best))
          .findFirst()
          .orElseGet(() -> byCode("en").orElse(Language.DUTCH));
    } catch (IllegalArgumentException malformed) {
      return Language.DUTCH;
    }
  }
}
