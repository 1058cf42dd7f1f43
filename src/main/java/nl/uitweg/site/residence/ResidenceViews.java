package nl.uitweg.site.residence;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.content.RenderedMarkdown;
import nl.uitweg.content.SourceDate;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;

/** Builds the view models of the templates of the residence guide. */
@Singleton
class ResidenceViews {

  private final ResidenceGuide guide;
  private final Content content;

  ResidenceViews(ResidenceGuide guide, Content content) {
    this.guide = guide;
    this.content = content;
  }

  /** An answer to another question, kept in a hidden field. */
  record RetainedAnswer(String question, String answer) {}

  record Option(String value, String text, boolean checked) {}

  /**
   * The question of the current screen.
   *
   * @param hint empty when there is none
   */
  record QuestionView(String id, String label, RenderedMarkdown hint, List<Option> options) {}

  /**
   * A row of "your answers".
   *
   * @param question id of the question
   */
  record Row(String question, String label, String answer) {}

  /**
   * A statement with the rules it cites.
   *
   * @param text the text, with its marks rendered
   * @param uncertain warning; empty when the rules are certain
   * @param rules numbers of the rules in the list of sources
   */
  record StatementView(
      RenderedMarkdown text, List<Call> calls, String uncertain, List<Integer> rules) {}

  /** A telephone number that is shown with a statement. */
  record Call(String name, String displayNumber, String dial) {}

  /** A rule in the list of sources: its number, its law, the confidence in it, and its sources. */
  record RuleView(int number, String law, String confidence, List<SourceView> sources) {}

  /** A source, with a text that says how old it is and when it was checked. */
  record SourceView(String url, String checked) {}

  /**
   * The statements about one topic.
   *
   * @param questionsToAsk whether the statements are questions that the visitor can ask; they are
   *     shown in quotation marks and without sources
   */
  record Section(
      String key, String heading, boolean questionsToAsk, List<StatementView> statements) {}

  /**
   * What the guide tells a visitor.
   *
   * @param answer the answer in three sentences
   * @param rules the rules that are cited, in the order of their numbers
   */
  record Outcome(
      List<StatementView> answer, List<Section> sections, List<RuleView> rules, List<Row> rows) {}

  List<RetainedAnswer> retainedAnswers(Map<String, String> answers) {
    return answers.entrySet().stream()
        .map(entry -> new RetainedAnswer(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(RetainedAnswer::question))
        .toList();
  }

  QuestionView questionView(
      ResidenceGuide.Question question, Map<String, String> answers, Texts texts) {
    String key = "residence.question." + question.id();
    List<Option> options = new ArrayList<>();
    for (String option : question.options()) {
      options.add(
          new Option(
              option, texts.get(key + "." + option), option.equals(answers.get(question.id()))));
    }
    options.add(
        new Option(
            ResidenceGuide.UNKNOWN,
            texts.get("residence.unknown"),
            ResidenceGuide.UNKNOWN.equals(answers.get(question.id()))));
    return new QuestionView(question.id(), texts.get(key), hint(key + "-hint", texts), options);
  }

  private List<Row> rows(Map<String, String> answers, Texts texts) {
    List<Row> rows = new ArrayList<>();
    for (ResidenceGuide.Question question : guide.questionsFor(answers)) {
      String key = "residence.question." + question.id();
      String answer = answers.getOrDefault(question.id(), ResidenceGuide.UNKNOWN);
      rows.add(
          new Row(
              question.id(),
              texts.get(key),
              answer.equals(ResidenceGuide.UNKNOWN)
                  ? texts.get("residence.unknown")
                  : texts.get(key + "." + answer)));
    }
    return rows;
  }

  Outcome outcome(Map<String, String> answers, Texts texts) {
    List<ResidenceGuide.Statement> statements = guide.statementsFor(answers);
    // numbered in the order of the page; the answer above it shows no numbers
    List<String> cited =
        Stream.of(false, true)
            .flatMap(
                ofAnswer ->
                    statements.stream()
                        .filter(statement -> statement.topic() != ResidenceGuide.Topic.ASK)
                        .filter(statement -> statement.topic().isAnswer() == ofAnswer))
            .flatMap(statement -> statement.rules().stream())
            .distinct()
            .toList();
    List<StatementView> answer = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (ResidenceGuide.Topic topic : ResidenceGuide.Topic.values()) {
      List<StatementView> views =
          statements.stream()
              .filter(statement -> statement.topic() == topic)
              .map(statement -> statementView(statement, cited, texts))
              .toList();
      if (topic.isAnswer()) {
        answer.addAll(views);
      } else if (!views.isEmpty()) {
        sections.add(
            new Section(
                topic.key(),
                texts.get("residence.about." + topic.key()),
                topic == ResidenceGuide.Topic.ASK,
                views));
      }
    }
    List<RuleView> rules =
        cited.stream().map(id -> ruleView(cited.indexOf(id) + 1, guide.rule(id), texts)).toList();
    return new Outcome(answer, sections, rules, rows(answers, texts));
  }

  private StatementView statementView(
      ResidenceGuide.Statement statement, List<String> cited, Texts texts) {
    boolean uncertain =
        statement.rules().stream()
            .map(guide::rule)
            .anyMatch(rule -> rule.uncertain().orElse(false));
    return new StatementView(
        rendered(statement.key(), texts),
        statement.phoneIds().stream().map(this::call).toList(),
        uncertain ? texts.get("residence.uncertain") : "",
        statement.rules().stream()
            .filter(cited::contains)
            .map(rule -> cited.indexOf(rule) + 1)
            .toList());
  }

  private Call call(String id) {
    Organisation organisation = content.organisation(id).orElseThrow();
    Phone phone = organisation.phone().orElseThrow();
    return new Call(organisation.name(), phone.displayNumber(), phone.dial());
  }

  private static RuleView ruleView(int number, ResidenceGuide.Rule rule, Texts texts) {
    String checked = Dates.day(rule.checked(), texts.language());
    return new RuleView(
        number,
        rule.law().orElse(""),
        texts.get("residence.confidence." + rule.confidence()),
        rule.sources().stream()
            .map(
                source ->
                    new SourceView(
                        source.url().toString(),
                        texts.get(
                            "residence.source-dated",
                            SourceDate.of(source.dated(), texts),
                            checked)))
            .toList());
  }

  private RenderedMarkdown hint(String key, Texts texts) {
    return texts.has(key) ? rendered(key, texts) : RenderedMarkdown.EMPTY;
  }

  /** The text of this key, with its marks rendered. */
  RenderedMarkdown rendered(String key, Texts texts) {
    return content.renderLine(key, texts.get(key), texts.language());
  }
}
