package nl.uitweg.desk.instruments;

import static nl.uitweg.platform.file.Preconditions.copyOrEmpty;
import static nl.uitweg.platform.file.Preconditions.requirePresent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An administrative instrument against human trafficking; its texts are in {@code
 * i18n/desk/instruments}.
 *
 * @param articles articles of national acts; local rules are in {@code region.yaml}
 * @param decidedBy key of the text that says who decides about the instrument
 * @param forms forms of exploitation for which the instrument may be suitable
 * @param indicators indicators that make the instrument likely to be suitable
 * @param mayHarmVictim whether the instrument can fine or evict the victim; the desk then shows a
 *     warning
 */
record Instrument(
    String id,
    @JsonProperty("decides") String decidedBy,
    List<Article> articles,
    List<String> forms,
    List<String> indicators,
    Optional<Boolean> mayHarmVictim) {

  Instrument {
    requirePresent(id, "id");
    requirePresent(decidedBy, "decides");
    articles = copyOrEmpty(articles);
    forms = copyOrEmpty(forms);
    indicators = copyOrEmpty(indicators);
  }

  /**
   * @param text the article as the policy document names it
   */
  record Article(String text) {
    Article {
      requirePresent(text, "text");
    }
  }

  /**
   * The content of {@code content/instruments.yaml}.
   *
   * @param source title of the policy document, in Dutch
   * @param checked day on which the file was compared with the policy document
   */
  record File(String source, LocalDate checked, List<Instrument> instruments) {
    File {
      requirePresent(source, "source");
      requirePresent(checked, "checked");
      instruments = copyOrEmpty(instruments);
    }
  }

  /**
   * How suitable the instrument is: a ticked indicator counts three times as much as a form of
   * exploitation; 0 when it is not suitable.
   */
  int suitability(List<String> tickedForms, List<String> tickedIndicators) {
    long matchingIndicators = tickedIndicators.stream().filter(indicators::contains).count();
    long matchingForms = tickedForms.stream().filter(forms::contains).count();
    return (int) (3 * matchingIndicators + matchingForms);
  }
}
