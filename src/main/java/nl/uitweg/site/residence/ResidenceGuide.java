package nl.uitweg.site.residence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.file.Preconditions;
import nl.uitweg.platform.file.Source;
import nl.uitweg.platform.file.YamlFile;

/**
 * The questions, rules and statements of the residence guide, read from {@code
 * content/residence.yaml}. Each statement cites the rules it is based on. The texts are in {@code
 * i18n/residence}.
 */
public final class ResidenceGuide {

  /**
   * The answer of a visitor who does not know, prefers not to say, or was not asked the question.
   */
  public static final String UNKNOWN = "unknown";

  private static final String FILE = "residence.yaml";

  private final List<Question> questions;
  private final Map<String, Rule> rules;
  private final List<Statement> statements;

  private ResidenceGuide(
      List<Question> questions, Map<String, Rule> rules, List<Statement> statements) {
    this.questions = List.copyOf(questions);
    this.rules = new LinkedHashMap<>(rules);
    this.statements = List.copyOf(statements);
  }

  /** Topic of a statement; the page shows the topics in this order. */
  public enum Topic {
    ANSWER_STAY(true),
    ANSWER_SHELTER(true),
    ANSWER_NEXT(true),
    NEXT,
    STAY,
    SHELTER,
    MONEY,
    HEALTH,
    LAWYER,
    WORK,
    ASK;

    private final boolean answer;

    Topic() {
      this(false);
    }

    Topic(boolean answer) {
      this.answer = answer;
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether this is one of the three sentences of the answer above the outcome. Of the statements
     * about it, only the first that applies is shown.
     */
    public boolean isAnswer() {
      return answer;
    }
  }

  /**
   * A question of the guide.
   *
   * @param options keys of the answers, without {@link #UNKNOWN}, which every question has
   * @param condition when to ask this question: accepted answers by the id of an earlier question;
   *     empty means always
   */
  public record Question(
      String id, List<String> options, @JsonProperty("asked") Map<String, List<String>> condition) {
    public Question {
      Preconditions.requirePresent(id, "id");
      options = Preconditions.copyOrEmpty(options);
      condition = condition == null ? Map.of() : Map.copyOf(condition);
    }
  }

  /**
   * Web page that is a source of a rule.
   *
   * @param dated date or age of the page, as in {@link Source}
   */
  public record SourcePage(URI url, String dated) {
    public SourcePage {
      Preconditions.requirePresent(url, "url");
      Preconditions.requirePresent(dated, "dated");
    }
  }

  /**
   * A rule of law or policy.
   *
   * @param law name of the article or policy rule, in Dutch
   * @param uncertain whether the sources leave doubt, which the page then mentions
   * @param checked day on which the texts of the guide were last compared with the sources
   */
  public record Rule(
      String id,
      Optional<String> law,
      Source.Confidence confidence,
      Optional<Boolean> uncertain,
      LocalDate checked,
      List<SourcePage> sources) {
    public Rule {
      Preconditions.requirePresent(id, "id");
      Preconditions.requirePresent(confidence, "confidence");
      Preconditions.requirePresent(checked, "checked");
      sources = Preconditions.copyOrEmpty(sources);
      if (sources.isEmpty()) {
        throw new IllegalArgumentException("rule '" + id + "' cites no source");
      }
    }
  }

  /**
   * Something that the guide tells visitors with certain answers.
   *
   * @param about key of its {@link Topic}
   * @param condition when it applies: accepted answers by the id of a question; empty means always
   * @param rules ids of the rules it is based on
   * @param phoneIds ids of the organisations whose telephone number is shown with it
   */
  public record Statement(
      String id,
      String about,
      @JsonProperty("when") Map<String, List<String>> condition,
      List<String> rules,
      @JsonProperty("call") List<String> phoneIds) {
    public Statement {
      Preconditions.requirePresent(id, "id");
      Preconditions.requirePresent(about, "about");
      condition = condition == null ? Map.of() : Map.copyOf(condition);
      rules = Preconditions.copyOrEmpty(rules);
      phoneIds = Preconditions.copyOrEmpty(phoneIds);
      if (rules.isEmpty()) {
        throw new IllegalArgumentException("statement '" + id + "' cites no rule");
      }
    }

    /** Message key of its text. */
    public String key() {
      return "residence.statement." + id;
    }

    Topic topic() {
      return Topic.valueOf(about.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  record File(List<Question> questions, List<Rule> rules, List<Statement> statements) {
    File {
      Preconditions.requirePresent(questions, "questions");
      Preconditions.requirePresent(rules, "rules");
      Preconditions.requirePresent(statements, "statements");
    }
  }

  /**
   * Reads and checks the guide.
   *
   * @param content the folder {@code content}
   * @throws InvalidContentException when the file refers to something unknown, lists an id twice,
   *     or has a rule without a source, a statement without a rule, or a rule that no statement
   *     cites
   */
  public static ResidenceGuide read(Path content) {
    return of(YamlFile.read(content, FILE, File.class));
  }

  static ResidenceGuide of(File file) {
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Question question : file.questions()) {
      checkCondition(question.condition(), questions, "question '" + question.id() + "'");
      if (questions.put(question.id(), question) != null) {
        throw problem("question '" + question.id() + "' is listed twice");
      }
    }
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (Rule rule : file.rules()) {
      if (rules.put(rule.id(), rule) != null) {
        throw problem("rule '" + rule.id() + "' is listed twice");
      }
    }
    Set<String> statements = new HashSet<>();
    Set<String> cited = new HashSet<>();
    for (Statement statement : file.statements()) {
      String name = "statement '" + statement.id() + "'";
      if (!statements.add(statement.id())) {
        throw problem(name + " is listed twice");
      }
      checkCondition(statement.condition(), questions, name);
      for (String rule : statement.rules()) {
        if (!rules.containsKey(rule)) {
          throw problem(name + " cites the rule '" + rule + "', which does not exist");
        }
        cited.add(rule);
      }
      if (List.of(Topic.values()).stream()
          .noneMatch(topic -> topic.key().equals(statement.about()))) {
        throw problem(name + " is about '" + statement.about() + "', which is not a known topic");
      }
    }
    for (String rule : rules.keySet()) {
      if (!cited.contains(rule)) {
        throw problem("no statement cites the rule '" + rule + "'");
      }
    }
    return new ResidenceGuide(file.questions(), rules, file.statements());
  }

  private static void checkCondition(
      Map<String, List<String>> condition, Map<String, Question> questions, String owner) {
    condition.forEach(
        (id, answers) -> {
          Question question = questions.get(id);
          if (question == null) {
            throw problem(
                owner + " depends on the question '" + id + "', which is not listed before it");
          }
          for (String answer : answers) {
            if (!answer.equals(UNKNOWN) && !question.options().contains(answer)) {
              throw problem(owner + ": '" + id + "' has no answer '" + answer + "'");
            }
          }
        });
  }

  private static InvalidContentException problem(String reason) {
    return InvalidContentException.in("content/" + FILE, reason);
  }

  public List<Question> questions() {
    return questions;
  }

  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  public List<Statement> statements() {
    return statements;
  }

  /**
   * @throws IllegalArgumentException when there is no rule with this id
   */
  public Rule rule(String id) {
    Rule rule = rules.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("There is no rule '" + id + "'");
    }
    return rule;
  }

  /** The questions to ask, given these answers, in order. */
  public List<Question> questionsFor(Map<String, String> answers) {
    List<Question> toAsk = new ArrayList<>();
    Map<String, String> effectiveAnswers = new HashMap<>();
    for (Question question : questions) {
      if (matches(question.condition(), effectiveAnswers)) {
        toAsk.add(question);
        effectiveAnswers.put(question.id(), answers.getOrDefault(question.id(), UNKNOWN));
      }
    }
    return toAsk;
  }

  /**
   * The statements that apply; of each sentence of the answer, only the first. Answers to questions
   * that are not asked count as {@link #UNKNOWN}.
   */
  public List<Statement> statementsFor(Map<String, String> answers) {
    Map<String, String> effectiveAnswers = new HashMap<>();
    for (Question question : questionsFor(answers)) {
      effectiveAnswers.put(question.id(), answers.getOrDefault(question.id(), UNKNOWN));
    }
    Set<Topic> answered = EnumSet.noneOf(Topic.class);
    return statements.stream()
        .filter(statement -> matches(statement.condition(), effectiveAnswers))
        .filter(statement -> !statement.topic().isAnswer() || answered.add(statement.topic()))
        .toList();
  }

  private static boolean matches(Map<String, List<String>> condition, Map<String, String> answers) {
    return condition.entrySet().stream()
        .allMatch(
            entry -> entry.getValue().contains(answers.getOrDefault(entry.getKey(), UNKNOWN)));
  }
}
