package nl.uitweg.content;

import static nl.uitweg.content.file.Required.listOf;
import static nl.uitweg.content.file.Required.present;

import java.util.List;
import nl.uitweg.content.file.Source;

/**
 * The indicators ("signalen") of Bijlage 5 of the policy document, per form of exploitation; texts
 * stand in {@code i18n/indicators}.
 */
public record IndicatorLists(List<Form> forms, List<Entry> desk, Source source) {

  public IndicatorLists {
    present(forms, "forms");
    present(source, "source");
    forms = listOf(forms);
    desk = listOf(desk);
  }

  /**
   * @param id labour, sexual, criminal or organs
   * @param indicators identifiers, also the keys of the texts
   */
  public record Form(String id, List<String> indicators) {
    public Form {
      present(id, "id");
      indicators = listOf(indicators);
    }
  }

  /** An indicator for staff at the counter. */
  public record Entry(String id) {
    public Entry {
      present(id, "id");
    }
  }
}
