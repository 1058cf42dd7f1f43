package nl.uitweg.content;

import static nl.uitweg.platform.file.Preconditions.copyOrEmpty;
import static nl.uitweg.platform.file.Preconditions.requirePresent;

import java.util.List;
import nl.uitweg.platform.file.Source;

/**
 * The indicators ("signalen") of Bijlage 5 of the policy document, per form of exploitation; their
 * texts are in {@code i18n/indicators}.
 *
 * @param counter indicators for municipal staff at the counter
 */
public record IndicatorLists(List<Form> forms, List<CounterIndicator> counter, Source source) {

  public IndicatorLists {
    requirePresent(forms, "forms");
    requirePresent(source, "source");
    forms = copyOrEmpty(forms);
    counter = copyOrEmpty(counter);
  }

  /**
   * The indicators of one form of exploitation.
   *
   * @param id labour, sexual, criminal or organs
   * @param indicators identifiers, which are also the message keys of their texts
   */
  public record Form(String id, List<String> indicators) {
    public Form {
      requirePresent(id, "id");
      indicators = copyOrEmpty(indicators);
    }
  }

  /** An indicator for municipal staff at the counter. */
  public record CounterIndicator(String id) {
    public CounterIndicator {
      requirePresent(id, "id");
    }
  }
}
