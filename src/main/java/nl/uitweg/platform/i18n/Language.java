package nl.uitweg.platform.i18n;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.CaseMap;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;

/**
 * A language of the site. Its name and writing direction come from CLDR, so that adding a language
 * needs only its code.
 *
 * @param code BCP 47 tag as used in addresses, for example {@code nl} or {@code zh-Hans}
 */
public record Language(String code) {

  /**
   * Cache of {@link #nameIn}, by the codes of both languages, because a look-up in CLDR takes a
   * millisecond. Its size is limited, because a report can contain any code.
   */
  private static final Cache<List<String>, String> NAMES =
      Caffeine.newBuilder().maximumSize(1_000).build();

  private static final CaseMap.Title CAPITAL = CaseMap.toTitle().wholeString().noLowercase();

  public static final Language DUTCH = new Language("nl");
  public static final Language ENGLISH = new Language("en");

  /**
   * The name of the language in that language, as shown in the language chooser. Starts with a
   * capital in every script that has them, because a uniform list is easier to scan.
   */
  public String endonym() {
    return CAPITAL.apply(locale(), null, nameIn(this));
  }

  /** The name of the language in another language, for lists and labels. */
  public String nameIn(Language other) {
    return NAMES.get(
        List.of(code, other.code),
        codes ->
            LocaleDisplayNames.getInstance(
                    other.uLocale(), DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU)
                .localeDisplayName(uLocale()));
  }

  /** {@code ltr} or {@code rtl}, the value of the HTML attribute {@code dir}. */
  public String direction() {
    return uLocale().isRightToLeft() ? "rtl" : "ltr";
  }

  public Locale locale() {
    return Locale.forLanguageTag(code);
  }

  ULocale uLocale() {
    return ULocale.forLanguageTag(code);
  }
}
