package nl.uitweg.site.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.platform.i18n.Folding;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Divides {@linkplain Folding folded} text of any language into words; Chinese, which has no
 * spaces, into pairs of characters. The same for every language, because people mix languages.
 */
final class SearchAnalyzer extends Analyzer {

  /** Words with the same first letters count as forms of one word, in every language. */
  private static final int STEM_LETTERS = 5;

  private final boolean stems;

  /**
   * @param stems whether words are cut to {@link #STEM_LETTERS} letters
   */
  SearchAnalyzer(boolean stems) {
    this.stems = stems;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer tokenizer = new StandardTokenizer();
    TokenStream words =
        new CJKBigramFilter(new ElisionFilter(tokenizer, FrenchAnalyzer.DEFAULT_ARTICLES));
    return new TokenStreamComponents(
        tokenizer,
        stems ? new TruncateTokenFilter(new ArabicStemFilter(words), STEM_LETTERS) : words);
  }

  /** The words of a text, in order. */
  List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = tokenStream("", Folding.fold(text))) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(word.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
