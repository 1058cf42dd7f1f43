package nl.uitweg.desk.instruments;

import static nl.uitweg.content.file.Preconditions.copyOrEmpty;
import static nl.uitweg.content.file.Preconditions.requirePresent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An administrative instrument against trafficking; its words stand in {@code
 * i18n/desk/instruments}.
 *
 * @param decides who decides: a key of the texts
 * @param forms of exploitation for which it may fit
 * @param indicators ticked indicators that make it likely to fit
 * @param mayHitVictim whether it can fine or evict the victim; then the desk says so beside it
 */
record Instrument(
    String id,
    String decides,
    List<Article> articles,
    List<String> forms,
    List<String> indicators,
    Optional<Boolean> mayHitVictim) {

  Instrument {
    requirePresent(id, "id");
    requirePresent(decides, "decides");
    articles = copyOrEmpty(articles);
    forms = copyOrEmpty(forms);
    indicators = copyOrEmpty(indicators);
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("'articles' is missing");
    }
  }

  /**
   * @param text as the policy document gives it
   * @param municipality whose by-law it is; empty for an act of the country
   */
  record Article(String text, Optional<String> municipality) {
    Article {
      requirePresent(text, "text");
    }
  }

  /**
   * {@code content/instruments.yaml}.
   *
   * @param source the document, in Dutch
   * @param checked day on which it was compared with the document
   */
  record File(String source, LocalDate checked, List<Instrument> instruments) {
    File {
      requirePresent(source, "source");
      requirePresent(checked, "checked");
      instruments = copyOrEmpty(instruments);
    }
  }

  /** How well it fits: a ticked indicator counts more than a form of exploitation. */
  int fit(List<String> tickedForms, List<String> tickedIndicators) {
    long byIndicator = tickedIndicators.stream().filter(indicators::contains).count();
    long byForm = tickedForms.stream().filter(forms::contains).count();
    return (int) (3 * byIndicator + byForm);
  }

  /** The same, without the by-laws of other municipalities. */
  Instrument in(Optional<String> municipality) {
    List<Article> own =
        articles.stream()
            .filter(
                article ->
                    municipality.isEmpty()
                        || article.municipality().isEmpty()
                        || article.municipality().equals(municipality))
            .toList();
    return new Instrument(id, decides, own, forms, indicators, mayHitVictim);
  }
}
