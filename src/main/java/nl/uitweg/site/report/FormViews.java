package nl.uitweg.site.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.uitweg.content.Content;
import nl.uitweg.content.IndicatorLists;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;

/** Makes what the templates show; all words come from the texts of the visitor's language. */
@Singleton
class FormViews {

  private final Answers answers;
  private final Content content;
  private final Region region;
  private final Languages languages;

  FormViews(Answers answers, Content content, Region region, Languages languages) {
    this.answers = answers;
    this.content = content;
    this.region = region;
    this.languages = languages;
  }

  /**
   * @param first whether it is the first question of its screen, and so its heading
   * @param groups options, in one group unless they are indicators
   * @param error empty when there is none
   */
  record Field(
      String key,
      String kind,
      String label,
      String hint,
      boolean first,
      int maxLength,
      String value,
      List<Group> groups,
      String error) {

    public boolean choice() {
      return kind.equals("ONE") || kind.equals("MANY");
    }

    /** One of so many that a list to open is shorter: the languages. */
    public boolean folded() {
      return key.equals(Question.REPLY_LANGUAGE.key());
    }

    public List<Option> options() {
      return groups.stream().flatMap(group -> group.options().stream()).toList();
    }

    public String input() {
      return kind.equals("ONE") ? "radio" : "checkbox";
    }

    /** Where an error link goes: the first option, or the field itself. */
    public String target() {
      return choice() && !folded() && !groups.isEmpty() && !groups.get(0).options().isEmpty()
          ? groups.get(0).options().get(0).id()
          : key;
    }

    public String describedBy() {
      String hintId = hint.isEmpty() ? "" : key + "-hint";
      return error.isEmpty() ? hintId : (hintId + " " + key + "-error").strip();
    }
  }

  /** Options under one heading; {@code folded} groups start closed. */
  record Group(String legend, boolean folded, List<Option> options) {}

  /**
   * @param hint empty when the text says all
   * @param lang set when the text is not in the language of the page
   */
  record Option(
      String id,
      String value,
      String text,
      String hint,
      boolean checked,
      String lang,
      Pictogram picture) {}

  /** One row of "check your answers". */
  record Row(String label, List<String> values, String step) {}

  List<Field> fields(Step step, Answers.Result taken, Map<Question, String> problems, Texts texts) {
    List<Field> fields = new ArrayList<>();
    for (Question question : step.questions()) {
      String key = question.key();
      String problem = problems.get(question);
      fields.add(
          new Field(
              key,
              question.kind().name(),
              texts.get(label(question, taken.state(), texts)),
              hint(question, taken.state(), texts),
              fields.isEmpty(),
              question.maxLength(),
              value(question, taken),
              question.isChoice() ? groups(question, taken.state(), texts) : List.of(),
              problem == null
                  ? ""
                  : texts.get(problem, question.maxLength(), value(question, taken).length())));
    }
    return fields;
  }

  /** Key of the question's words: other ones, where there are, when the report is about oneself. */
  private static String label(Question question, FormState state, Texts texts) {
    String key = "form." + question.key();
    boolean self = state.chosen(Question.ROLE, "self") && texts.has(key + "-self");
    return self ? key + "-self" : key;
  }

  private static String hint(Question question, FormState state, Texts texts) {
    String own = label(question, state, texts) + "-hint";
    return optional(texts, texts.has(own) ? own : "form." + question.key() + "-hint");
  }

  private static String value(Question question, Answers.Result taken) {
    String rejected = taken.rejected().get(question);
    return rejected != null ? rejected : taken.state().texts().getOrDefault(question, "");
  }

  private List<Group> groups(Question question, FormState state, Texts texts) {
    if (question != Question.INDICATORS) {
      return List.of(
          new Group("", false, options(question, answers.options(question), state, texts)));
    }
    List<Group> groups = new ArrayList<>();
    for (IndicatorLists.Form form : content.indicators().forms()) {
      boolean open =
          state.chosen(Question.FORMS, form.id())
              || (form.id().equals("criminal") && state.chosen(Question.FORMS, "begging"))
              || form.indicators().stream().anyMatch(id -> state.chosen(Question.INDICATORS, id));
      groups.add(
          new Group(
              texts.get("indicators.form." + form.id()),
              !open,
              options(question, form.indicators(), state, texts)));
    }
    groups.add(new Group("", false, options(question, List.of(Answers.NONE), state, texts)));
    return groups;
  }

  private List<Option> options(Question question, List<String> keys, FormState state, Texts texts) {
    return keys.stream()
        .map(
            key ->
                new Option(
                    question.key() + "-" + key.replace('.', '-'),
                    key,
                    text(question, key, texts),
                    optional(texts, "form." + question.key() + "." + key + "-hint"),
                    state.chosen(question, key)
                        || (question == Question.REPLY_LANGUAGE
                            && !state.answered(question)
                            && key.equals(texts.language().code())),
                    question == Question.REPLY_LANGUAGE ? key : "",
                    Pictogram.of(question, key)))
        .toList();
  }

  /** The words of an option in the language of these texts. */
  String text(Question question, String option, Texts texts) {
    return switch (question) {
      case INDICATORS -> texts.get("indicators." + option);
      case FORMS -> texts.get("indicators.form." + option);
      case MUNICIPALITY ->
          region
              .byId(option)
              .map(Region.Municipality::name)
              .orElseGet(() -> texts.get("form.municipality." + option));
      case REPLY_LANGUAGE -> languages.byCode(option).map(Language::endonym).orElse(option);
      default -> texts.get("form." + question.key() + "." + option);
    };
  }

  /** All questions that were answered, and the compulsory ones. */
  List<Row> rows(FormState state, Texts texts) {
    List<Row> rows = new ArrayList<>();
    for (Question question : Question.values()) {
      if (!state.answered(question) && !question.required()) {
        continue;
      }
      boolean hidden =
          Step.REACH.questions().contains(question) && state.chosen(Question.CONTACT, "unknown");
      if (hidden) {
        continue;
      }
      List<String> values =
          question.isChoice()
              ? state.choices().getOrDefault(question, List.of()).stream()
                  .map(option -> text(question, option, texts))
                  .toList()
              : List.of(state.texts().getOrDefault(question, ""));
      rows.add(
          new Row(texts.get(label(question, state, texts)), values, Step.asking(question).key()));
    }
    return rows;
  }

  private static String optional(Texts texts, String key) {
    return texts.has(key) ? texts.get(key) : "";
  }
}
