package nl.uitweg.desk.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.related.TraceSearch;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.Urgency;

/** Prepares the search form and the results of a search for the page. */
@Singleton
class SearchViews {

  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;
  private final TraceSearch traceSearch;

  SearchViews(ReportTexts reportTexts, DeskFactory deskFactory, TraceSearch traceSearch) {
    this.traceSearch = traceSearch;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
  }

  /** One option of a filter. */
  record Choice(String value, String text, boolean chosen) {}

  /** The form with the values that the officer entered. */
  record Form(
      String q,
      String from,
      String until,
      List<Choice> states,
      List<Choice> forms,
      List<Choice> municipalities) {}

  /**
   * One search result.
   *
   * @param formNames names of the forms of exploitation, in Dutch
   * @param details municipality, state and date of receipt
   * @param source text that names the part of the report in which the words occur
   * @param sourceLanguage language of {@code source}
   * @param language language of the pieces; empty when unknown
   */
  record Row(
      String href,
      String formNames,
      boolean urgent,
      String details,
      String source,
      String sourceLanguage,
      String language,
      List<Snippet.Piece> pieces) {}

  /**
   * A report with an address, number or profile of the query, in whatever spelling.
   *
   * @param summary what is the same, and how sure that is
   */
  record TracedRow(String href, String day, String summary) {}

  Form form(SearchQuery query, Officer officer, Texts texts) {
    List<Choice> states = optionsStartingWithAny(texts, query.state());
    SearchQuery.states()
        .forEach(
            state ->
                states.add(
                    choice(state.key(), texts.get("desk.state." + state.key()), query.state())));
    List<Choice> forms = optionsStartingWithAny(texts, query.form());
    Question.FORMS
        .options()
        .forEach(
            form ->
                forms.add(
                    choice(
                        form, reportTexts.optionText(Question.FORMS, form, texts), query.form())));
    List<Choice> municipalities = optionsStartingWithAny(texts, query.municipality());
    officer
        .municipalities()
        .forEach(
            id ->
                municipalities.add(
                    choice(id, reportTexts.municipalityName(id, texts), query.municipality())));
    return new Form(query.q(), query.from(), query.until(), states, forms, municipalities);
  }

  private static List<Choice> optionsStartingWithAny(Texts texts, String chosen) {
    return new ArrayList<>(List.of(choice("", texts.get("search.any"), chosen)));
  }

  private static Choice choice(String value, String text, String chosen) {
    return new Choice(value, text, value.equals(chosen));
  }

  List<Row> rows(ReportSearch.Result result, String list, Texts texts) {
    return result.hits().stream().map(hit -> row(hit, list, texts)).toList();
  }

  /** The reports with an address, number or profile of the query; the filters do not apply. */
  List<TracedRow> tracedRows(SearchQuery query, Officer officer, String list, Texts texts) {
    return traceSearch.find(query.q(), officer.municipalities()).stream()
        .map(
            match ->
                new TracedRow(
                    "/backoffice/reports/" + match.report() + ReturnAddress.fromList(list),
                    Dates.day(match.receivedOn(), texts.language()),
                    texts.get(match.textKey())))
        .toList();
  }

  private Row row(ReportSearch.Hit hit, String list, Texts texts) {
    String formNames =
        hit.forms().stream()
            .map(form -> reportTexts.optionText(Question.FORMS, form, deskFactory.dutchTexts()))
            .collect(Collectors.joining(", "));
    String municipality =
        hit.municipality()
            .map(id -> reportTexts.municipalityName(id, texts))
            .orElseGet(() -> texts.get("desk.not-taken"));
    String day = Dates.day(hit.receivedOn(), texts.language());
    return new Row(
        "/backoffice/reports/" + hit.id() + ReturnAddress.fromList(list),
        formNames.isEmpty() ? deskFactory.dutchTexts().get("desk.no-form") : formNames,
        hit.urgency() == Urgency.URGENT,
        String.join(" · ", municipality, texts.get("desk.state." + hit.state().key()), day),
        hit.sourceIsKey() ? texts.get(hit.source()) : hit.source(),
        hit.sourceIsKey() ? texts.language().code() : "nl",
        hit.language(),
        hit.pieces());
  }

  /**
   * Sentences that say how many reports were found, and how many are not shown or were not (fully)
   * searched.
   */
  List<String> summary(ReportSearch.Result result, Texts texts) {
    List<String> sentences = new ArrayList<>(List.of(texts.get("search.found", result.total())));
    if (result.total() > result.hits().size()) {
      sentences.add(texts.get("search.more", result.total() - result.hits().size()));
    }
    if (result.truncated()) {
      sentences.add(texts.get("search.cut", ReportSearch.MAX_REPORTS));
    }
    if (result.undecryptable() > 0) {
      sentences.add(texts.get("search.unopened", result.undecryptable()));
    }
    if (result.incomplete() > 0) {
      sentences.add(texts.get("search.incomplete", result.incomplete()));
    }
    return sentences;
  }
}
