package nl.uitweg.desk.lookalike;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Folding;

/**
 * The words of a text by the rules of Unicode, so that it works for every script. Punctuation is
 * left out.
 *
 * @param text the part of the text that was split
 * @param complete false when the text is longer than {@link #MAX_CHARACTERS}
 */
record TextWords(String text, List<Word> words, boolean complete) {

  /** Longer than any answer of the form; whoever has the public keysets can seal longer texts. */
  private static final int MAX_CHARACTERS = 12_000;

  /**
   * Numbers with fewer digits count the reports of a flood; telephone numbers have more. Digits
   * that only spaces or punctuation separate are one number.
   */
  private static final int MIN_DIGITS = 5;

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** A word, folded for comparison, and its position in the text. */
  record Word(String folded, int start, int end) {

    /** Omits the word, because the result may be logged. */
    @Override
    public String toString() {
      return "Word";
    }
  }

  static TextWords of(String text) {
    boolean complete = text.length() <= MAX_CHARACTERS;
    String part = complete ? text : text.substring(0, MAX_CHARACTERS);
    List<Word> words = new ArrayList<>();
    BreakIterator boundaries = BreakIterator.getWordInstance(ULocale.ROOT);
    boundaries.setText(part);
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      if (boundaries.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
        words.add(new Word(Folding.fold(part.substring(start, end)), start, end));
      }
      start = end;
    }
    return new TextWords(part, words, complete);
  }

  /** Whether both texts have the same words, apart from short numbers. */
  boolean hasSameWords(TextWords other) {
    return complete && other.complete && significant().equals(other.significant());
  }

  private List<String> significant() {
    List<String> significant = new ArrayList<>();
    StringBuilder digits = new StringBuilder();
    for (Word word : words) {
      if (NUMBER.matcher(word.folded()).matches()) {
        digits.append(word.folded());
      } else {
        addNumber(significant, digits);
        significant.add(word.folded());
      }
    }
    addNumber(significant, digits);
    return significant;
  }

  private static void addNumber(List<String> significant, StringBuilder digits) {
    if (digits.length() >= MIN_DIGITS) {
      significant.add(digits.toString());
    }
    digits.setLength(0);
  }

  /** The text from one word up to and including another. */
  String between(int firstWord, int lastWord) {
    return text.substring(words.get(firstWord).start(), words.get(lastWord).end());
  }

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "TextWords";
  }
}
