package nl.uitweg.site.report;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.IndicatorLists;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;

/** Takes the answers of one screen into the state, and says what is wrong with them. */
@Singleton
class Answers {

  static final String NONE = "none";

  private final Region region;
  private final Content content;
  private final Languages languages;

  Answers(Region region, Content content, Languages languages) {
    this.region = region;
    this.content = content;
    this.languages = languages;
  }

  /** The keys a visitor may choose from. */
  List<String> options(Question question) {
    return switch (question) {
      case MUNICIPALITY ->
          Stream.concat(region.ids().stream(), Stream.of("dont-know", Step.ELSEWHERE_OPTION))
              .toList();
      case INDICATORS ->
          Stream.concat(
                  content.indicators().forms().stream()
                      .map(IndicatorLists.Form::indicators)
                      .flatMap(List::stream),
                  Stream.of(NONE))
              .toList();
      case REPLY_LANGUAGE -> languages.all().stream().map(Language::code).toList();
      default -> question.options();
    };
  }

  /**
   * A form begun from the list of indicators of one form of exploitation, which then stands open.
   */
  FormState startAbout(FormState fresh, List<String> forms) {
    List<String> known = new ArrayList<>(forms);
    known.retainAll(options(Question.FORMS));
    return known.isEmpty() ? fresh : fresh.withChoices(Question.FORMS, known);
  }

  /**
   * @param rejected text that is too long to travel in the page, given back in its field
   */
  record Result(FormState state, Map<Question, String> rejected) {}

  /** Takes over what was typed and ticked on the current screen; unknown options are left out. */
  Result take(FormState state, MultivaluedMap<String, String> form) {
    FormState taken = state;
    Map<Question, String> rejected = new EnumMap<>(Question.class);
    for (Question question : state.step().questions()) {
      List<String> values = form.getOrDefault(question.key(), List.of());
      if (question.isChoice()) {
        List<String> chosen = new ArrayList<>(values);
        chosen.retainAll(options(question));
        boolean one = question.kind() == Question.Kind.ONE;
        taken = taken.withChoices(question, one ? chosen.stream().limit(1).toList() : chosen);
      } else {
        String text = InputCleaner.clean(values.isEmpty() ? "" : values.get(0));
        if (text.length() > question.maxLength()) {
          rejected.put(question, text);
        } else {
          taken = taken.withText(question, text);
        }
      }
    }
    return new Result(taken, rejected);
  }

  /**
   * What keeps this screen from being left forwards.
   *
   * @return question → key of the message
   */
  Map<Question, String> problems(Step step, Result taken) {
    Map<Question, String> problems = new EnumMap<>(Question.class);
    for (Question question : step.questions()) {
      if (taken.rejected().containsKey(question)) {
        problems.put(question, "form.error-too-long");
      } else if (question.required() && !taken.state().answered(question)) {
        problems.put(question, "form.error-" + question.key());
      }
    }
    return problems;
  }
}
