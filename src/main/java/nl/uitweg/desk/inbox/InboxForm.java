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

/** The views on the left with their counts, and the filter above the rows. */
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

  /** One view; {@code current} for the one that is shown. */
  record ViewLink(String href, String text, String count, boolean current) {}

  /** A field with a list; the first option is "any". */
  record Choice(String name, String label, List<Option> options) {}

  record Option(String value, String text, boolean chosen) {}

  List<ViewLink> views(Filter filter, Map<View, Integer> counts, Texts texts) {
    return Stream.of(View.values())
        .map(
            view ->
                new ViewLink(
                    "/backoffice?view=" + view.key(),
                    texts.get("inbox.view." + view.key()),
                    number(counts.getOrDefault(view, 0), texts),
                    view == filter.view()))
        .toList();
  }

  /** "1000+" when there are more than can be counted quickly. */
  static String number(int count, Texts texts) {
    return count > InboxQuery.MOST
        ? texts.get("inbox.many", InboxQuery.MOST)
        : texts.get("inbox.number", count);
  }

  List<Choice> choices(Filter filter, Officer officer, Texts texts) {
    Texts dutch = deskFactory.dutchTexts();
    List<Choice> choices = new ArrayList<>();
    choices.add(
        choice(
            Filter.STATE,
            filter,
            texts,
            Stream.of(ReportState.values())
                .map(s -> new Named(s.key(), texts.get("desk.state." + s.key())))
                .toList()));
    choices.add(
        choice(
            Filter.FORM,
            filter,
            texts,
            Question.FORMS.options().stream()
                .map(form -> new Named(form, reportTexts.optionText(Question.FORMS, form, dutch)))
                .toList()));
    List<Named> places = new ArrayList<>();
    officer
        .municipalities()
        .forEach(id -> places.add(new Named(id, reportTexts.municipalityName(id, texts))));
    places.add(new Named("none", texts.get("desk.not-taken")));
    choices.add(choice(Filter.MUNICIPALITY, filter, texts, places));
    choices.add(
        choice(
            Filter.URGENCY,
            filter,
            texts,
            Stream.of(Urgency.values())
                .map(u -> u.name().toLowerCase(Locale.ROOT))
                .map(key -> new Named(key, texts.get("inbox.urgency." + key)))
                .toList()));
    choices.add(
        choice(
            Filter.LABEL,
            filter,
            texts,
            labels.keys().stream().map(key -> new Named(key, Labels.text(key, texts))).toList()));
    choices.add(
        choice(
            Filter.CONSENT,
            filter,
            texts,
            Stream.of(Consent.values())
                .map(c -> c.name().toLowerCase(Locale.ROOT))
                .map(key -> new Named(key, texts.get("inbox.consent." + key)))
                .toList()));
    return choices;
  }

  private record Named(String value, String text) {}

  private static Choice choice(String name, Filter filter, Texts texts, List<Named> values) {
    String chosen = filter.value(name);
    List<Option> options = new ArrayList<>();
    options.add(new Option("", texts.get("inbox.any"), chosen.isEmpty()));
    values.forEach(
        one -> options.add(new Option(one.value(), one.text(), one.value().equals(chosen))));
    return new Choice(name, texts.get("inbox.filter." + name), options);
  }
}
