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
import nl.uitweg.report.indexing.Outcomes;

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

  /** A link that sorts the list; {@code current} is true for the present order. */
  record SortLink(String href, String text, boolean current) {}

  List<SortLink> sortLinks(InboxFilter filter, Texts texts) {
    return Stream.of(false, true)
        .map(
            oldest ->
                new SortLink(
                    filter.sorted(oldest).url(),
                    texts.get(oldest ? "inbox.sort-oldest" : "inbox.sort-newest"),
                    oldest == filter.oldestFirst()))
        .toList();
  }

  /** A drop-down field of the filter form; its first option is "any". */
  record DropDown(String name, String label, List<Option> options) {}

  record Option(String value, String text, boolean chosen) {}

  /**
   * Numbers of what other screens list.
   *
   * @param received referrals from others that nobody has answered
   * @param purges reports that are purged soon
   */
  record OtherLists(long received, long purges) {}

  /**
   * The links to the views, and to the other screens with a list.
   *
   * @param saved the links to the views that the officer saved
   */
  List<ViewLink> views(
      InboxFilter filter,
      Map<InboxView, Integer> counts,
      List<ViewLink> saved,
      OtherLists others,
      Texts texts) {
    boolean savedIsShown = saved.stream().anyMatch(ViewLink::current);
    Stream<ViewLink> views =
        Stream.of(InboxView.values())
            .map(
                view ->
                    new ViewLink(
                        "/backoffice?view=" + view.key(),
                        texts.get("inbox.view." + view.key()),
                        countText(counts.getOrDefault(view, 0), texts),
                        view == filter.view() && !savedIsShown));
    Stream<ViewLink> otherLists =
        Stream.of(
            otherList("/backoffice/referrals", "received", others.received(), texts),
            otherList("/backoffice/purge", "purge", others.purges(), texts));
    return Stream.of(views, saved.stream(), otherLists).flatMap(links -> links).toList();
  }

  private static ViewLink otherList(String address, String key, long count, Texts texts) {
    return new ViewLink(
        address,
        texts.get("inbox.view." + key),
        countText((int) Math.min(count, InboxQuery.MAX_COUNT + 1L), texts),
        false);
  }

  /**
   * The number of reports as text, for example "9999+" when there are more than {@link
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

  /**
   * What the officer can choose on the page.
   *
   * @param colleagues user names to whom ticked reports can be given
   * @param labels that ticked reports can be given
   * @param reasons outcomes with which ticked reports can be closed, by reason
   * @param savedViews the form with which the list is saved as a view
   */
  record Choices(
      List<DropDown> dropDowns,
      List<SortLink> sortLinks,
      List<String> colleagues,
      List<Option> labels,
      List<ReasonGroup> reasons,
      SavedViewForms.Form savedViews) {}

  record ReasonGroup(String text, List<Option> outcomes) {}

  Choices choices(
      InboxFilter filter, List<String> colleagues, SavedViewForms.Form savedViews, Texts texts) {
    return new Choices(
        dropDowns(filter, texts),
        sortLinks(filter, texts),
        colleagues,
        labels.keys().stream().map(key -> new Option(key, Labels.text(key, texts), false)).toList(),
        Outcomes.REASONS.stream().map(reason -> reasonGroup(reason, texts)).toList(),
        savedViews);
  }

  private static ReasonGroup reasonGroup(Outcomes.Reason reason, Texts texts) {
    return new ReasonGroup(
        texts.get("actions.reason." + reason.key()),
        reason.outcomes().stream()
            .map(key -> new Option(key, texts.get("desk.outcome." + key), false))
            .toList());
  }

  private List<DropDown> dropDowns(InboxFilter filter, Texts texts) {
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
