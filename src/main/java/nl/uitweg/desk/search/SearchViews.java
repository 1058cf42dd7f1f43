package nl.uitweg.desk.search;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.DecryptedReport;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.Urgency;

/** Turns a search and its results into words. */
@Singleton
class SearchViews {

  private final ReportTexts reportTexts;
  private final Desks desks;

  SearchViews(ReportTexts reportTexts, Desks desks) {
    this.reportTexts = reportTexts;
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

  Form form(SearchQuery query, Officer officer, Texts texts) {
    List<Choice> states = any(texts, query.state());
    SearchQuery.states()
        .forEach(
            state ->
                states.add(
                    choice(state.key(), texts.get("desk.state." + state.key()), query.state())));
    List<Choice> forms = any(texts, query.form());
    Question.FORMS
        .options()
        .forEach(
            form ->
                forms.add(
                    choice(form, reportTexts.words(Question.FORMS, form, texts), query.form())));
    List<Choice> municipalities = any(texts, query.municipality());
    officer
        .municipalities()
        .forEach(
            id ->
                municipalities.add(
                    choice(id, reportTexts.municipality(id, texts), query.municipality())));
    return new Form(query.q(), query.from(), query.until(), states, forms, municipalities);
  }

  private static List<Choice> any(Texts texts, String chosen) {
    return new ArrayList<>(List.of(choice("", texts.get("search.any"), chosen)));
  }

  private static Choice choice(String value, String text, String chosen) {
    return new Choice(value, text, value.equals(chosen));
  }

  List<Row> rows(Search.Found found, SearchTerms terms, Texts texts) {
    return found.shown().stream().map(hit -> row(hit, terms, texts)).toList();
  }

  private Row row(Search.Hit hit, SearchTerms terms, Texts texts) {
    DecryptedReport report = hit.report();
    Search.Place place = hit.best();
    String what =
        report.forms().stream()
            .map(form -> reportTexts.words(Question.FORMS, form, desks.dutch()))
            .collect(Collectors.joining(", "));
    String municipality =
        report
            .municipality()
            .map(id -> reportTexts.municipality(id, texts))
            .orElseGet(() -> texts.get("desk.not-taken"));
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(texts.language().locale())
            .format(report.receivedOn());
    return new Row(
        "/backoffice/reports/" + report.id(),
        what.isEmpty() ? desks.dutch().get("desk.no-form") : what,
        report.urgency() == Urgency.URGENT,
        String.join(" · ", municipality, texts.get("desk.state." + report.state().key()), day),
        place.ours() ? texts.get(place.where()) : place.where(),
        place.ours() ? texts.language().code() : "nl",
        place.language(),
        Snippet.of(place.text(), terms));
  }

  /** How many were found, how many are not shown, what was not searched: sentence by sentence. */
  List<String> summary(Search.Found found, Texts texts) {
    List<String> sentences = new ArrayList<>(List.of(texts.get("search.found", found.all())));
    if (found.all() > found.shown().size()) {
      sentences.add(texts.get("search.more", found.all() - found.shown().size()));
    }
    if (found.cut()) {
      sentences.add(texts.get("search.cut", Search.MOST));
    }
    if (found.unopened() > 0) {
      sentences.add(texts.get("search.unopened", found.unopened()));
    }
    return sentences;
  }
}
