package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  record Choice(String name, String label, List<Option> options) {}

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

  List<Choice> choices(InboxFilter filter, Officer officer, Texts texts) {
    Texts dutch = deskFactory.dutchTexts();
    List<Choice> choices = new ArrayList<>();
    choices.add(
        choice(
            InboxFilter.STATE,
            filter,
            texts,
            Stream.of(ReportState.values())
                .map(s -> new ValueAndText(s.key(), texts.get("desk.state." + s.key())))
                .toList()));
    choices.add(
        choice(
            InboxFilter.FORM,
            filter,
            texts,
            Question.FORMS.options().stream()
                .map(
                    form ->
                        new ValueAndText(form, reportTexts.optionText(Question.FORMS, form, dutch)))
                .toList()));
    List<ValueAndText> municipalities = new ArrayList<>();
    officer
        .municipalities()
        .forEach(
            id ->
                municipalities.add(new ValueAndText(id, reportTexts.municipalityName(id, texts))));
    municipalities.add(new ValueAndText("none", texts.get("desk.not-taken")));
    choices.add(choice(InboxFilter.MUNICIPALITY, filter, texts, municipalities));
    choices.add(
        choice(
            InboxFilter.URGENCY,
            filter,
            texts,
            Stream.of(Urgency.values())
                .map(u -> u.name().toLowerCase(Locale.ROOT))
                .map(key -> new ValueAndText(key, texts.get("inbox.urgency." + key)))
                .toList()));
    choices.add(
        choice(
            InboxFilter.LABEL,
            filter,
            texts,
            labels.keys().stream()
                .map(key -> new ValueAndText(key, Labels.text(key, texts)))
                .toList()));
    choices.add(
        choice(
            InboxFilter.CONSENT,
            filter,
            texts,
            Stream.of(Consent.values())
                .map(c -> c.name().toLowerCase(Locale.ROOT))
                .map(key -> new ValueAndText(key, texts.get("inbox.consent." + key)))
                .toList()));
    return choices;
  }

  private record ValueAndText(String value, String text) {}

  private static Choice choice(
      String name, InboxFilter filter, Texts texts, List<ValueAndText> values) {
    String chosen = filter.value(name);
    List<Option> options = new ArrayList<>();
    options.add(new Option("", texts.get("inbox.any"), chosen.isEmpty()));
    values.forEach(
        value ->
            options.add(new Option(value.value(), value.text(), value.value().equals(chosen))));
    return new Choice(name, texts.get("inbox.filter." + name), options);
  }
}
