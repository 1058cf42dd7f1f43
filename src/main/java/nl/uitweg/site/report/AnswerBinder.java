package nl.uitweg.site.report;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.IndicatorLists;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.report.content.Question;

/** Binds the posted fields of one screen to the {@link FormState} and validates them. */
@Singleton
class AnswerBinder {

  static final String NO_INDICATOR_OPTION = "none";

  private final MunicipalityQuestion municipality;
  private final Content content;
  private final Languages languages;

  AnswerBinder(MunicipalityQuestion municipality, Content content, Languages languages) {
    this.municipality = municipality;
    this.content = content;
    this.languages = languages;
  }

  /** The option keys of a question that a visitor may choose. */
  List<String> options(Question question) {
    return switch (question) {
      case MUNICIPALITY -> municipality.options();
      case INDICATORS ->
          Stream.concat(
                  content.indicators().forms().stream()
                      .map(IndicatorLists.Form::indicators)
                      .flatMap(List::stream),
                  Stream.of(NO_INDICATOR_OPTION))
              .toList();
      case REPLY_LANGUAGE -> languages.all().stream().map(Language::code).toList();
      default -> question.options();
    };
  }

  /**
   * Preselects forms of exploitation in a new form, for a visitor who comes from the page of
   * indicators. Unknown keys are ignored.
   */
  FormState preselectFormsOfExploitation(FormState newForm, List<String> formsOfExploitation) {
    List<String> knownForms = new ArrayList<>(formsOfExploitation);
    knownForms.retainAll(options(Question.FORMS));
    return knownForms.isEmpty() ? newForm : newForm.withChoices(Question.FORMS, knownForms);
  }

  /**
   * The result of {@link #bind}.
   *
   * @param state the form with the accepted answers
   * @param rejected by question, text that exceeds the maximum length of the question; it is not
   *     kept in the form state, only shown again in its field
   * @param search the search for a municipality
   */
  record BindingResult(FormState state, Map<Question, String> rejected, MunicipalitySearch search) {

    /** The form as it is, without input. */
    static BindingResult of(FormState state) {
      return new BindingResult(state, Map.of(), MunicipalitySearch.NONE);
    }
  }

  /** Binds the fields of the current screen; unknown options are ignored. */
  BindingResult bind(FormState state, MultivaluedMap<String, String> form) {
    FormState updated = state;
    Map<Question, String> rejected = new EnumMap<>(Question.class);
    MunicipalitySearch search = MunicipalitySearch.NONE;
    for (Question question : state.step().questions()) {
      List<String> values = form.getOrDefault(question.key(), List.of());
      if (question == Question.MUNICIPALITY) {
        search = municipality.search(form);
        List<String> chosen = values.stream().filter(options(question)::contains).limit(1).toList();
        updated = updated.withChoices(question, municipality.chosen(chosen, search));
      } else if (question.isChoice()) {
        List<String> chosen = new ArrayList<>(values);
        chosen.retainAll(options(question));
        boolean single = question.kind() == Question.Kind.ONE;
        updated =
            updated.withChoices(question, single ? chosen.stream().limit(1).toList() : chosen);
      } else {
        String text = InputCleaner.clean(values.isEmpty() ? "" : values.get(0));
        if (text.length() > question.maxLength()) {
          rejected.put(question, text);
        } else {
          updated = updated.withText(question, text);
        }
      }
    }
    return new BindingResult(updated, rejected, search);
  }

  /**
   * The problems on a screen; with any, the visitor cannot continue to the next screen.
   *
   * @return message key by question; empty when there is no problem
   */
  Map<Question, String> validate(Step step, BindingResult result) {
    Map<Question, String> problems = new EnumMap<>(Question.class);
    for (Question question : step.questions()) {
      if (result.rejected().containsKey(question)) {
        problems.put(question, "form.error-too-long");
      } else if (question == Question.MUNICIPALITY && municipality.searchable()) {
        municipalityProblem(result).ifPresent(problem -> problems.put(question, problem));
      } else if (result.state().requires(question) && !result.state().answered(question)) {
        problems.put(question, "form.error-" + question.key());
      }
    }
    return problems;
  }

  private static Optional<String> municipalityProblem(BindingResult result) {
    MunicipalitySearch search = result.search();
    boolean decided = result.state().answered(Question.MUNICIPALITY) && !search.unsuccessful();
    return decided || search.newMatches() ? Optional.empty() : Optional.of(search.problem());
  }
}
