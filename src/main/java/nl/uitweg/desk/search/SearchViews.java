package nl.uitweg.desk.search;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.Officer;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Question;
import nl.uitweg.report.Reading;
import nl.uitweg.report.Urgency;

/** Turns a search and its results into words. */
@Singleton
class SearchViews {

  private final ReportTexts texts;
  private final Desks desks;

  SearchViews(ReportTexts texts, Desks desks) {
    this.texts = texts;
    this.desks = desks;
  }

  /** One choice of a filter. */
  record Choice(String value, String text, boolean chosen) {}

  /** The form with what was typed. */
  record Form(
      String q,
      String from,
      String until,
      List<Choice> states,
      List<Choice> forms,
      List<Choice> municipalities) {}

  /**
   * One result.
   *
   * @param what forms of exploitation, in Dutch
   * @param where which part of the report has the words
   * @param whereLanguage language of {@code where}
   * @param language of the pieces; empty when unknown
   */
  record Row(
      String href,
      String what,
      boolean urgent,
      String about,
      String where,
      String whereLanguage,
      String language,
      List<Snippet.Piece> pieces) {}

  Form form(Asked asked, Officer officer, Texts m) {
    List<Choice> states = any(m, asked.state());
    Asked.states()
        .forEach(
            state ->
                states.add(
                    choice(state.key(), m.t("backoffice.state." + state.key()), asked.state())));
    List<Choice> forms = any(m, asked.form());
    Question.FORMS
        .options()
        .forEach(
            form -> forms.add(choice(form, texts.words(Question.FORMS, form, m), asked.form())));
    List<Choice> municipalities = any(m, asked.municipality());
    officer
        .municipalities()
        .forEach(
            id -> municipalities.add(choice(id, texts.municipality(id, m), asked.municipality())));
    return new Form(asked.q(), asked.from(), asked.until(), states, forms, municipalities);
  }

  private static List<Choice> any(Texts m, String chosen) {
    return new ArrayList<>(List.of(choice("", m.t("search.any"), chosen)));
  }

  private static Choice choice(String value, String text, String chosen) {
    return new Choice(value, text, value.equals(chosen));
  }

  List<Row> rows(Search.Found found, Wanted wanted, Texts m) {
    return found.shown().stream().map(hit -> row(hit, wanted, m)).toList();
  }

  private Row row(Search.Hit hit, Wanted wanted, Texts m) {
    Reading reading = hit.reading();
    Search.Place place = hit.best();
    String what =
        reading.forms().stream()
            .map(form -> texts.words(Question.FORMS, form, desks.dutch()))
            .collect(Collectors.joining(", "));
    String municipality =
        reading
            .municipality()
            .map(id -> texts.municipality(id, m))
            .orElseGet(() -> m.t("backoffice.not-taken"));
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(m.language().locale())
            .format(reading.receivedOn());
    return new Row(
        "/backoffice/reports/" + reading.id(),
        what.isEmpty() ? desks.dutch().t("backoffice.no-form") : what,
        reading.urgency() == Urgency.URGENT,
        String.join(" · ", municipality, m.t("backoffice.state." + reading.state().key()), day),
        place.ours() ? m.t(place.where()) : place.where(),
        place.ours() ? m.language().code() : "nl",
        place.language(),
        Snippet.of(place.text(), wanted));
  }

  /** How many were found, how many are not shown, what was not searched: sentence by sentence. */
  List<String> summary(Search.Found found, Texts m) {
    List<String> sentences = new ArrayList<>(List.of(m.t("search.found", found.all())));
    if (found.all() > found.shown().size()) {
      sentences.add(m.t("search.more", found.all() - found.shown().size()));
    }
    if (found.cut()) {
      sentences.add(m.t("search.cut", Search.MOST));
    }
    if (found.unopened() > 0) {
      sentences.add(m.t("search.unopened", found.unopened()));
    }
    return sentences;
  }
}
