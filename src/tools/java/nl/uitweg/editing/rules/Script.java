package nl.uitweg.editing.rules;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.Set;
import nl.uitweg.platform.i18n.Language;

/** Scripts (ICU {@code UScript}) of languages and characters. */
final class Script {

  private static final Set<Integer> SHARED =
      Set.of(UScript.COMMON, UScript.INHERITED, UScript.UNKNOWN);

  private Script() {}

  /** The script in which a language is written, by the likely subtags of CLDR. */
  static int of(Language language) {
    String script = ULocale.addLikelySubtags(ULocale.forLanguageTag(language.code())).getScript();
    return script.startsWith("Han") ? UScript.HAN : UScript.getCodeFromName(script);
  }

  /** The script of a character; {@code COMMON} for characters that scripts share. */
  static int of(int character) {
    int script = UScript.getScript(character);
    return SHARED.contains(script) ? UScript.COMMON : script;
  }
}
