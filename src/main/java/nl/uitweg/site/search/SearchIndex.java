package nl.uitweg.site.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.uitweg.platform.i18n.Folding;
import nl.uitweg.platform.i18n.Language;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds entries by words of a visitor. There is one document for each entry in each language, and
 * one for each phrase; every language has its own fields, so that a word is as rare as it is in its
 * language. Words are compared as they are, by their first letters, and with one typing mistake.
 */
final class SearchIndex {

  static final int MAX_RESULTS = 8;

  private static final String NUMBER = "number";
  private static final int CANDIDATES = 60;

  /** Of a longer text, the rarest words are searched. */
  private static final int MAX_WORDS = 16;

  private static final int MIN_LETTERS_WITH_MISTAKE = 5;
  private static final int MIN_LETTERS_OF_BEGINNING = 3;

  /** What a phrase weighs compared with the text of a page. */
  private static final float PHRASE_WEIGHT = 8f;

  /** What phrases in Dutch and English weigh on a page in another language. */
  private static final float KNOWN_LANGUAGE_WEIGHT = 0.7f;

  /** What phrases in all other languages weigh. */
  private static final float OTHER_LANGUAGE_WEIGHT = 0.5f;

  /** What a word weighs of which only the first letters are the same. */
  private static final float STEM_WEIGHT = 0.7f;

  /** What a word weighs that is the same but for a mistake, or for its end. */
  private static final float GUESS_WEIGHT = 0.5f;

  /** Results with a smaller part of the best score are not shown. */
  private static final float MIN_PART_OF_BEST = 0.25f;

  private static final Map<String, Float> TEXT_FIELDS = Map.of("title", 3f, "line", 2f, "body", 1f);
  private static final SearchAnalyzer EXACT = new SearchAnalyzer(false);
  private static final SearchAnalyzer STEMS = new SearchAnalyzer(true);

  private final List<Language> languages;
  private final Map<Language, List<SearchEntries.Entry>> entries;
  private final List<SearchTarget> phraseTargets = new ArrayList<>();
  private final IndexSearcher searcher;

  /** Builds the index in memory. */
  SearchIndex(List<Language> languages, SearchEntries source, SearchPhrases phrases) {
    this.languages = languages;
    this.entries = new LinkedHashMap<>();
    languages.forEach(language -> entries.put(language, source.in(language)));
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      try (IndexWriter writer =
          new IndexWriter(
              directory, new IndexWriterConfig(new ByField()).setSimilarity(new WithoutRarity()))) {
        for (Language language : languages) {
          addEntries(writer, language);
          addPhrases(writer, language, phrases);
        }
        writer.forceMerge(1);
      }
      this.searcher = new IndexSearcher(DirectoryReader.open(directory));
      this.searcher.setSimilarity(new WithoutRarity());
      this.searcher.setQueryCache(null); // would keep words of visitors
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fields with the first letters of words have names that end with {@code .stem}. */
  private static final class ByField extends DelegatingAnalyzerWrapper {

    ByField() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String fieldName) {
      return fieldName.endsWith(".stem") ? STEMS : EXACT;
    }
  }

  private void addEntries(IndexWriter writer, Language language) throws IOException {
    List<SearchEntries.Entry> list = Objects.requireNonNull(entries.get(language));
    for (int i = 0; i < list.size(); i++) {
      SearchEntries.Entry entry = list.get(i);
      Document document = new Document();
      document.add(new StoredField(NUMBER, i));
      addText(document, "title", language, entry.title());
      addText(document, "line", language, entry.line());
      addText(document, "body", language, entry.body());
      writer.addDocument(document);
    }
  }

  private void addPhrases(IndexWriter writer, Language language, SearchPhrases phrases)
      throws IOException {
    Map<SearchTarget, List<String>> all = new LinkedHashMap<>();
    phrases.in(language).forEach((target, list) -> all.put(target, new ArrayList<>(list)));
    for (SearchEntries.Entry entry : Objects.requireNonNull(entries.get(language))) {
      if (entry.textLanguage().equals(language)) {
        all.computeIfAbsent(entry.target(), target -> new ArrayList<>()).add(entry.title());
      }
    }
    for (Map.Entry<SearchTarget, List<String>> target : all.entrySet()) {
      for (String phrase : target.getValue()) {
        Document document = new Document();
        document.add(new StoredField(NUMBER, phraseTargets.size()));
        phraseTargets.add(target.getKey());
        addText(document, "phrase", language, phrase);
        writer.addDocument(document);
      }
    }
  }

  private static void addText(Document document, String name, Language language, String text) {
    String folded = Folding.fold(text);
    document.add(new TextField(field(name, language), folded, Field.Store.NO));
    document.add(new TextField(field(name, language) + ".stem", folded, Field.Store.NO));
  }

  private static String field(String name, Language language) {
    return name + "." + language.code();
  }

  /** The entries that fit best, best first; at most {@link #MAX_RESULTS}. */
  List<SearchEntries.Entry> find(String typed, Language language) {
    Map<SearchTarget, Float> scores = new HashMap<>();
    List<SearchEntries.Entry> list = Objects.requireNonNull(entries.get(language));
    try {
      List<Word> words = words(typed, language);
      for (ScoreDoc hit : hits(textQuery(words, language))) {
        scores.merge(list.get(number(hit)).target(), hit.score, Float::sum);
      }
      Map<SearchTarget, Float> byPhrase = new HashMap<>();
      for (ScoreDoc hit : hits(phraseQuery(words, language))) {
        byPhrase.merge(phraseTargets.get(number(hit)), hit.score, Math::max);
      }
      byPhrase.forEach((target, score) -> scores.merge(target, PHRASE_WEIGHT * score, Float::sum));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    float best = scores.values().stream().max(Comparator.naturalOrder()).orElse(0f);
    return list.stream()
        .filter(entry -> scores.getOrDefault(entry.target(), 0f) > best * MIN_PART_OF_BEST)
        .sorted(
            Comparator.comparing(
                (SearchEntries.Entry entry) -> -scores.getOrDefault(entry.target(), 0f)))
        .limit(MAX_RESULTS)
        .toList();
  }

  private ScoreDoc[] hits(Query query) throws IOException {
    return searcher.search(query, CANDIDATES).scoreDocs;
  }

  private int number(ScoreDoc hit) throws IOException {
    return Objects.requireNonNull(searcher.storedFields().document(hit.doc).getField(NUMBER))
        .numericValue()
        .intValue();
  }

  /**
   * A word that was typed.
   *
   * @param stem its first letters
   * @param weight how much it says, from its rarity in the language of the page
   * @param known whether a text in the language of the page has it
   * @param last whether it may be the beginning of a longer word
   */
  private record Word(String exact, String stem, float weight, boolean known, boolean last) {}

  private List<Word> words(String typed, Language language) throws IOException {
    List<String> exact = EXACT.words(typed);
    List<String> stems = STEMS.words(typed);
    Map<String, Word> words = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(exact.size(), stems.size()); i++) {
      boolean known =
          frequency("phrase", language, exact.get(i), "")
                  + frequency("body", language, exact.get(i), "")
                  + frequency("title", language, exact.get(i), "")
              > 0;
      float part =
          Math.max(
              frequency("phrase", language, stems.get(i), ".stem"),
              frequency("body", language, stems.get(i), ".stem"));
      double rarity = Math.log(1 + 1 / Math.max(part, 0.005f));
      words.put(
          exact.get(i),
          new Word(
              exact.get(i), stems.get(i), (float) (rarity * rarity), known, i == exact.size() - 1));
    }
    return words.values().stream()
        .sorted(Comparator.comparing(Word::weight).reversed())
        .limit(MAX_WORDS)
        .toList();
  }

  /** Part of the documents with this field that have the word. */
  private float frequency(String name, Language language, String word, String suffix)
      throws IOException {
    String field = field(name, language) + suffix;
    int documents = searcher.getIndexReader().getDocCount(field);
    return documents == 0
        ? 0
        : (float) searcher.getIndexReader().docFreq(new Term(field, word)) / documents;
  }

  private static Query textQuery(List<Word> words, Language language) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Word word : words) {
      List<Query> variants = new ArrayList<>();
      for (Map.Entry<String, Float> field : TEXT_FIELDS.entrySet()) {
        addVariants(variants, field(field.getKey(), language), word, field.getValue());
      }
      query.add(new DisjunctionMaxQuery(variants, 0.2f), BooleanClause.Occur.SHOULD);
    }
    return query.build();
  }

  private Query phraseQuery(List<Word> words, Language language) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Word word : words) {
      List<Query> variants = new ArrayList<>();
      addVariants(variants, field("phrase", language), word, 1f);
      if (!word.known()) {
        for (Language other : languages) {
          if (!other.equals(language)) {
            boolean known = other.equals(Language.DUTCH) || other.equals(Language.ENGLISH);
            float weight = word.weight() * (known ? KNOWN_LANGUAGE_WEIGHT : OTHER_LANGUAGE_WEIGHT);
            variants.add(term(field("phrase", other), word.exact(), weight));
            variants.add(term(field("phrase", other) + ".stem", word.stem(), weight * STEM_WEIGHT));
          }
        }
      }
      query.add(new DisjunctionMaxQuery(variants, 0f), BooleanClause.Occur.SHOULD);
    }
    return query.build();
  }

  private static void addVariants(
      List<Query> variants, String field, Word word, float fieldWeight) {
    float weight = fieldWeight * word.weight();
    variants.add(term(field, word.exact(), weight));
    variants.add(term(field + ".stem", word.stem(), weight * STEM_WEIGHT));
    int letters = word.exact().codePointCount(0, word.exact().length());
    Term exact = new Term(field, word.exact());
    if (!word.known() && letters >= MIN_LETTERS_WITH_MISTAKE) {
      variants.add(
          new BoostQuery(
              new ConstantScoreQuery(new FuzzyQuery(exact, 1, 1, 10, true)),
              weight * GUESS_WEIGHT));
    }
    if (!word.known() && word.last() && letters >= MIN_LETTERS_OF_BEGINNING) {
      variants.add(
          new BoostQuery(new ConstantScoreQuery(new PrefixQuery(exact)), weight * GUESS_WEIGHT));
    }
  }

  private static Query term(String field, String word, float weight) {
    return new BoostQuery(new TermQuery(new Term(field, word)), weight);
  }

  /** The weights of words are in the query, the same for all fields. */
  private static final class WithoutRarity extends BM25Similarity {

    WithoutRarity() {
      super(1.2f, 0.75f);
    }

    @Override
    protected float idf(long documentsWithWord, long documents) {
      return 1;
    }
  }
}
