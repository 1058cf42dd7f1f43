package nl.uitweg.desk.danger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Folding;

/**
 * A word or phrase of danger. Its words must follow each other in the text; a word that ends with
 * an asterisk also matches longer words that begin with it. Chinese is written without spaces, so a
 * phrase with Chinese characters matches anywhere.
 *
 * @param words folded, without the asterisks
 * @param prefixes for each word, whether it also matches longer words
 */
record DangerPhrase(DangerCategory category, List<String> words, List<Boolean> prefixes) {

  private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{N}\\p{M}]+)(\\*?)");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  static DangerPhrase parse(DangerCategory category, String entry) {
    List<String> words = new ArrayList<>();
    List<Boolean> prefixes = new ArrayList<>();
    Matcher word = WORD.matcher(Folding.fold(entry));
    while (word.find()) {
      words.add(word.group(1));
      prefixes.add(!word.group(2).isEmpty());
    }
    if (words.isEmpty()) {
      throw new IllegalStateException("content/danger: an entry of " + category + " has no word");
    }
    return new DangerPhrase(category, List.copyOf(words), List.copyOf(prefixes));
  }

  boolean matchesAnywhere() {
    return HAN.matcher(words.get(0)).find();
  }

  /** Whether the words of the text from this index on are this phrase. */
  boolean matches(List<String> text, int from) {
    if (from + words.size() > text.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      String found = text.get(from + i);
      String wanted = words.get(i);
      if (!(prefixes.get(i) ? found.startsWith(wanted) : found.equals(wanted))) {
        return false;
      }
    }
    return true;
  }
}
