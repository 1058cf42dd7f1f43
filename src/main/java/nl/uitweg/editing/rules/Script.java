package nl.uitweg.editing.rules;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.Set;
import nl.uitweg.platform.i18n.Language;

/** The script a language is written in, by the likely subtags of CLDR. */
final class Script {

  private static final Set<Integer> SHARED =
      Set.of(UScript.COMMON, UScript.INHERITED, UScript.UNKNOWN);

  private Script() {}

  static int of(Language language) {
    String script = ULocale.addLikelySubtags(ULocale.forLanguageTag(language.code())).getScript();
    return script.startsWith("Han") ? UScript.HAN : UScript.getCodeFromName(script);
  }

  /** Of a character; {@code COMMON} for what every script shares. */
  static int of(int character) {
    int script = UScript.getScript(character);
    return SHARED.contains(script) ? UScript.COMMON : script;
  }
}
