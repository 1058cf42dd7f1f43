package nl.uitweg.site.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.IndicatorLists;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.content.ExploitationForm;
import nl.uitweg.report.content.Question;

/** Builds the view models of the form, with texts in the language of the visitor. */
@Singleton
class FormViews {

  private final AnswerBinder binder;
  private final Content content;
  private final MunicipalityViews municipalities;
  private final Languages languages;

  FormViews(
      AnswerBinder binder, Content content, MunicipalityViews municipalities, Languages languages) {
    this.binder = binder;
    this.municipalities = municipalities;
    this.content = content;
    this.languages = languages;
  }

  /**
   * One question of a screen.
   *
   * @param first whether it is the first question of its screen, whose label is the heading of the
   *     page
   * @param groups the options; empty for a text. Indicators have one group per form of exploitation
   *     and a last one for "none of these"; other questions have one group
   * @param search the field to search a municipality
   * @param error message; empty when there is none
   */
  record Field(
      String key,
      String label,
      String hint,
      boolean first,
      Input input,
      List<Group> groups,
      MunicipalityViews.Search search,
      String error) {

    public boolean choice() {
      return input.kind() == Question.Kind.ONE || input.kind() == Question.Kind.MANY;
    }

    /** Whether the answer is a text of several lines. */
    public boolean multiLine() {
      return input.kind() == Question.Kind.TEXT;
    }

    /**
     * Whether the options are a drop-down list. Only the reply languages are, because there are
     * many.
     */
    public boolean dropDown() {
      return key.equals(Question.REPLY_LANGUAGE.key());
    }

    public List<Option> options() {
      return groups.stream().flatMap(group -> group.options().stream()).toList();
    }

    public String inputType() {
      return input.kind() == Question.Kind.ONE ? "radio" : "checkbox";
    }

    /** Whether the error is about the text that was typed to search a municipality. */
    public boolean searchInvalid() {
      return search.shown() && !search.several() && !error.isEmpty();
    }

    /** Id that the error summary links to: the first option, or the field itself. */
    public String errorTarget() {
      if (searchInvalid()) {
        return MunicipalityQuestion.SEARCH_FIELD;
      }
      return choice() && !dropDown() && !groups.isEmpty() && !groups.get(0).options().isEmpty()
          ? groups.get(0).options().get(0).id()
          : key;
    }

    public String describedBy() {
      String hintId = hint.isEmpty() ? "" : key + "-hint";
      return error.isEmpty() ? hintId : (hintId + " " + key + "-error").strip();
    }
  }

  /**
   * How a question is answered.
   *
   * @param value the text that was entered; empty for choices
   */
  record Input(Question.Kind kind, int maxLength, String value) {}

  /**
   * A group of options.
   *
   * @param legend heading; empty when there is none
   * @param collapsed whether the group is shown as a closed {@code <details>}
   */
  record Group(String legend, boolean collapsed, List<Option> options) {}

  /**
   * An option of a question.
   *
   * @param hint empty when there is none
   * @param lang language of the text when it is a name in another language; otherwise empty
   */
  record Option(
      String id,
      String value,
      String text,
      String hint,
      boolean checked,
      String lang,
      String pictogram) {}

  /** One row of "check your answers"; {@code step} is the screen that changes it. */
  record Row(String label, List<String> values, String step) {}

  List<Field> fields(
      Step step, AnswerBinder.BindingResult result, Map<Question, String> problems, Texts texts) {
    List<Field> fields = new ArrayList<>();
    for (Question question : step.questions()) {
      String key = question.key();
      String problem = problems.get(question);
      fields.add(
          new Field(
              key,
              texts.get(labelKey(question, result.state(), texts)),
              hint(question, result.state(), texts),
              fields.isEmpty(),
              new Input(question.kind(), question.maxLength(), value(question, result)),
              question.isChoice() ? groups(question, result, texts) : List.of(),
              question == Question.MUNICIPALITY
                  ? municipalities.search(result.search())
                  : MunicipalityViews.Search.NONE,
              problem == null
                  ? ""
                  : texts.get(problem, question.maxLength(), value(question, result).length())));
    }
    return fields;
  }

  /**
   * Message key of the question. Reporters who report about themselves get the variant in the
   * second person, if there is one.
   */
  private static String labelKey(Question question, FormState state, Texts texts) {
    String key = "form." + question.key();
    boolean self = state.aboutSelf() && texts.has(key + "-self");
    return self ? key + "-self" : key;
  }

  private static String hint(Question question, FormState state, Texts texts) {
    String variant = labelKey(question, state, texts) + "-hint";
    return textOrEmpty(texts, texts.has(variant) ? variant : "form." + question.key() + "-hint");
  }

  private static String value(Question question, AnswerBinder.BindingResult result) {
    String rejected = result.rejected().get(question);
    return rejected != null ? rejected : result.state().texts().getOrDefault(question, "");
  }

  private List<Group> groups(Question question, AnswerBinder.BindingResult result, Texts texts) {
    FormState state = result.state();
    if (question != Question.INDICATORS) {
      List<String> keys =
          question == Question.MUNICIPALITY
              ? municipalities.shownOptions(result)
              : binder.options(question);
      return List.of(new Group("", false, options(question, keys, state, texts)));
    }
    List<Group> groups = new ArrayList<>();
    for (IndicatorLists.Form form : content.indicators().forms()) {
      boolean open =
          Stream.of(ExploitationForm.values())
                  .filter(chosen -> chosen.indicatorForm().key().equals(form.id()))
                  .anyMatch(chosen -> state.chosen(Question.FORMS, chosen.key()))
              || form.indicators().stream().anyMatch(id -> state.chosen(Question.INDICATORS, id));
      groups.add(
          new Group(
              texts.get("indicators.form." + form.id()),
              !open,
              options(question, form.indicators(), state, texts)));
    }
    groups.add(
        new Group(
            "", false, options(question, List.of(AnswerBinder.NO_INDICATOR_OPTION), state, texts)));
    return groups;
  }

  private List<Option> options(Question question, List<String> keys, FormState state, Texts texts) {
    return keys.stream()
        .map(
            key ->
                new Option(
                    question.key() + "-" + key.replace('.', '-'),
                    key,
                    optionLabel(question, key, texts),
                    optionHint(question, key, texts),
                    state.chosen(question, key)
                        || (question == Question.REPLY_LANGUAGE
                            && !state.answered(question)
                            && key.equals(texts.language().code())),
                    optionLanguage(question, key),
                    OptionPictograms.nameOf(question, key)))
        .toList();
  }

  private String optionHint(Question question, String option, Texts texts) {
    Optional<MunicipalityViews.Area> municipality = municipality(question, option);
    return municipality.isPresent()
        ? municipality.get().places()
        : textOrEmpty(texts, "form." + question.key() + "." + option + "-hint");
  }

  private String optionLanguage(Question question, String option) {
    if (question == Question.REPLY_LANGUAGE) {
      return option;
    }
    return municipality(question, option).isPresent() ? Language.DUTCH.code() : "";
  }

  private Optional<MunicipalityViews.Area> municipality(Question question, String option) {
    return question == Question.MUNICIPALITY ? municipalities.byId(option) : Optional.empty();
  }

  private String optionLabel(Question question, String option, Texts texts) {
    return switch (question) {
      case INDICATORS -> texts.get("indicators." + option);
      case FORMS -> texts.get("indicators.form." + option);
      case MUNICIPALITY ->
          municipalities
              .byId(option)
              .map(MunicipalityViews.Area::name)
              .orElseGet(() -> texts.get("form.municipality." + option));
      case REPLY_LANGUAGE -> languages.byCode(option).map(Language::endonym).orElse(option);
      default -> texts.get("form." + question.key() + "." + option);
    };
  }

  /**
   * Rows of the answered questions and of the required questions without an answer; questions that
   * are no longer asked are left out.
   */
  List<Row> rows(FormState state, Texts texts) {
    List<Row> rows = new ArrayList<>();
    for (Question question : Question.values()) {
      boolean shown = state.answered(question) || state.requires(question);
      if (!state.asked(question) || !shown) {
        continue;
      }
      List<String> values =
          question.isChoice()
              ? state.choices().getOrDefault(question, List.of()).stream()
                  .map(option -> optionLabel(question, option, texts))
                  .toList()
              : List.of(state.texts().getOrDefault(question, ""));
      rows.add(
          new Row(
              texts.get(labelKey(question, state, texts)),
              values,
              Step.containing(question).key()));
    }
    return rows;
  }

  private static String textOrEmpty(Texts texts, String key) {
    return texts.has(key) ? texts.get(key) : "";
  }
}
