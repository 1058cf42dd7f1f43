package nl.uitweg.language;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.LocalePriorityList;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private final List<Language> all;
  private final LocaleMatcher matcher;

  public Languages(List<Language> all) {
    this.all = List.copyOf(all);
    this.matcher =
        LocaleMatcher.builder()
            .setSupportedULocales(all.stream().map(Language::uLocale).toList())
            .setNoDefaultLocale()
            .build();
  }

  /**
   * Reads one language code per line; blank lines and lines starting with {@code #} are skipped.
   *
   * @throws IllegalStateException when Dutch, the source, is not the first
   */
  public static Languages read(Path i18n) {
    Path file = i18n.resolve("languages.txt");
    try {
      Languages languages =
          new Languages(
              Files.readAllLines(file).stream()
                  .map(String::strip)
                  .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                  .map(Language::new)
                  .toList());
      if (!languages.all.get(0).equals(Language.DUTCH)) {
        throw new IllegalStateException(
            "i18n/languages.txt:1: the first language must be nl, the source");
      }
      return languages;
    } catch (IOException e) {
      throw new UncheckedIOException("i18n/languages.txt cannot be read", e);
    }
  }

  public List<Language> all() {
    return all;
  }

  /** The language with exactly this code, when the site has it. */
  public Optional<Language> byCode(@Nullable String code) {
    return all.stream().filter(l -> l.code().equals(code)).findFirst();
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
