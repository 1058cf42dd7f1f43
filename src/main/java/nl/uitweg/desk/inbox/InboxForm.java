package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.Labels;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;

/** Prepares the list of views with their counts, and the filter form above the rows. */
@Singleton
class InboxForm {

  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;
  private final Labels labels;

  InboxForm(ReportTexts reportTexts, DeskFactory deskFactory, Labels labels) {
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
    this.labels = labels;
  }

  /** The link to one view; {@code current} is true for the view that is shown. */
  record ViewLink(String href, String text, String count, boolean current) {}

  /** A drop-down field of the filter form; its first option is "any". */
  record DropDown(String name, String label, List<Option> options) {}

  record Option(String value, String text, boolean chosen) {}

  List<ViewLink> views(InboxFilter filter, Map<InboxView, Integer> counts, Texts texts) {
    return Stream.of(InboxView.values())
        .map(
            view ->
                new ViewLink(
                    "/backoffice?view=" + view.key(),
                    texts.get("inbox.view." + view.key()),
                    countText(counts.getOrDefault(view, 0), texts),
                    view == filter.view()))
        .toList();
  }

  /**
   * The number of reports as text, for example "99+" when there are more than {@link
   * InboxQuery#MAX_COUNT}.
   */
  static String countText(int count, Texts texts) {
    return count > InboxQuery.MAX_COUNT
        ? texts.get("inbox.many", InboxQuery.MAX_COUNT)
        : texts.get("inbox.number", count);
  }

  /** The options that this officer may choose from. */
  FilterOptions options(Officer officer) {
    List<String> municipalities = new ArrayList<>(officer.municipalities());
    municipalities.add(InboxFilter.UNTAKEN);
    return new FilterOptions(Question.FORMS.options(), municipalities, labels.keys());
  }

  List<DropDown> dropDowns(InboxFilter filter, Texts texts) {
    Texts dutch = deskFactory.dutchTexts();
    FilterOptions options = filter.options();
    return List.of(
        dropDown(
            FilterField.STATE,
            filter,
            texts,
            Stream.of(ReportState.values()).map(ReportState::key).toList(),
            key -> texts.get("desk.state." + key)),
        dropDown(
            FilterField.FORM,
            filter,
            texts,
            options.forms(),
            form -> reportTexts.optionText(Question.FORMS, form, dutch)),
        dropDown(
            FilterField.MUNICIPALITY,
            filter,
            texts,
            options.municipalities(),
            id -> municipalityText(id, texts)),
        dropDown(
            FilterField.URGENCY,
            filter,
            texts,
            Stream.of(Urgency.values()).map(InboxForm::key).toList(),
            key -> texts.get("inbox.urgency." + key)),
        dropDown(
            FilterField.LABEL, filter, texts, options.labels(), label -> Labels.text(label, texts)),
        dropDown(
            FilterField.CONSENT,
            filter,
            texts,
            Stream.of(Consent.values()).map(InboxForm::key).toList(),
            key -> texts.get("inbox.consent." + key)));
  }

  private String municipalityText(String id, Texts texts) {
    return id.equals(InboxFilter.UNTAKEN)
        ? texts.get("desk.not-taken")
        : reportTexts.municipalityName(id, texts);
  }

  private static DropDown dropDown(
      FilterField field,
      InboxFilter filter,
      Texts texts,
      List<String> values,
      Function<String, String> text) {
    String chosen = filter.entered(field);
    List<Option> options = new ArrayList<>();
    options.add(new Option("", texts.get("inbox.any"), chosen.isEmpty()));
    values.forEach(
        value -> options.add(new Option(value, text.apply(value), value.equals(chosen))));
    return new DropDown(field.key(), texts.get("inbox.filter." + field.key()), options);
  }

  /** The key of an option of {@link Urgency} or {@link Consent} in addresses and texts. */
  static String key(Enum<?> option) {
    return option.name().toLowerCase(Locale.ROOT);
  }
}
