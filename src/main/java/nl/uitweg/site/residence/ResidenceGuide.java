package nl.uitweg.site.residence;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.content.file.InvalidContentException;
import nl.uitweg.content.file.Preconditions;
import nl.uitweg.content.file.Source;
import nl.uitweg.content.file.YamlFile;

/**
 * What is asked, what may be said, and on which rule it rests: {@code content/residence.yaml}.
 * Texts stand in {@code i18n/residence}.
 */
public final class ResidenceGuide {

  /** The answer of who does not know, would rather not say, or was not asked. */
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

  /** What a statement is about, in the order of the page. */
  public enum About {
    NEXT,
    STAY,
    SHELTER,
    MONEY,
    HEALTH,
    LAWYER,
    WORK,
    ASK;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param options beside "unknown", which every question has
   * @param asked question → answers that it takes for this one to be asked; empty: always
   */
  public record Question(String id, List<String> options, Map<String, List<String>> asked) {
    public Question {
      Preconditions.requirePresent(id, "id");
      options = Preconditions.copyOrEmpty(options);
      asked = asked == null ? Map.of() : Map.copyOf(asked);
    }
  }

  /** A page that says it, and how old it is. */
  public record Origin(URI url, String seen) {
    public Origin {
      Preconditions.requirePresent(url, "url");
      Preconditions.requirePresent(seen, "seen");
    }
  }

  /**
   * @param law article or policy rule, in Dutch
   * @param uncertain present when the sources leave doubt; then the page says so
   * @param checked day on which our texts were compared with the sources
   */
  public record Rule(
      String id,
      Optional<String> law,
      Source.Confidence confidence,
      Optional<String> uncertain,
      LocalDate checked,
      List<Origin> sources) {
    public Rule {
      Preconditions.requirePresent(id, "id");
      Preconditions.requirePresent(confidence, "confidence");
      Preconditions.requirePresent(checked, "checked");
      sources = Preconditions.copyOrEmpty(sources);
      if (sources.isEmpty()) {
        throw new IllegalArgumentException("rule '" + id + "' cites nothing");
      }
    }
  }

  /**
   * @param when question → answers for which it holds; empty: always
   * @param rules on which it rests
   * @param call organisations whose telephone stands with it
   */
  public record Statement(
      String id,
      String about,
      Map<String, List<String>> when,
      List<String> rules,
      List<String> call) {
    public Statement {
      Preconditions.requirePresent(id, "id");
      Preconditions.requirePresent(about, "about");
      when = when == null ? Map.of() : Map.copyOf(when);
      rules = Preconditions.copyOrEmpty(rules);
      call = Preconditions.copyOrEmpty(call);
      if (rules.isEmpty()) {
        throw new IllegalArgumentException("statement '" + id + "' cites no rule");
      }
    }

    /** The text of this statement. */
    public String key() {
      return "residence.statement." + id;
    }

    About subject() {
      return About.valueOf(about.toUpperCase(Locale.ROOT));
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
   * @param content the folder {@code content}
   * @throws InvalidContentException naming what is unknown, double, or cites nothing
   */
  public static ResidenceGuide read(Path content) {
    return of(YamlFile.read(content, FILE, File.class));
  }

  static ResidenceGuide of(File file) {
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Question question : file.questions()) {
      check(question.asked(), questions, "question '" + question.id() + "'");
      if (questions.put(question.id(), question) != null) {
        throw problem("question '" + question.id() + "' stands here twice");
      }
    }
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (Rule rule : file.rules()) {
      if (rules.put(rule.id(), rule) != null) {
        throw problem("rule '" + rule.id() + "' stands here twice");
      }
    }
    Set<String> statements = new HashSet<>();
    Set<String> cited = new HashSet<>();
    for (Statement statement : file.statements()) {
      String name = "statement '" + statement.id() + "'";
      if (!statements.add(statement.id())) {
        throw problem(name + " stands here twice");
      }
      check(statement.when(), questions, name);
      for (String rule : statement.rules()) {
        if (!rules.containsKey(rule)) {
          throw problem(name + " cites the rule '" + rule + "', which is not there");
        }
        cited.add(rule);
      }
      if (List.of(About.values()).stream().noneMatch(a -> a.key().equals(statement.about()))) {
        throw problem(name + " is about '" + statement.about() + "', which is no heading");
      }
    }
    for (String rule : rules.keySet()) {
      if (!cited.contains(rule)) {
        throw problem("no statement cites the rule '" + rule + "'");
      }
    }
    return new ResidenceGuide(file.questions(), rules, file.statements());
  }

  private static void check(
      Map<String, List<String>> condition, Map<String, Question> known, String where) {
    condition.forEach(
        (id, answers) -> {
          Question question = known.get(id);
          if (question == null) {
            throw problem(
                where + " depends on the question '" + id + "', which does not stand before it");
          }
          for (String answer : answers) {
            if (!answer.equals(UNKNOWN) && !question.options().contains(answer)) {
              throw problem(where + ": '" + id + "' has no answer '" + answer + "'");
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

  public Rule rule(String id) {
    Rule rule = rules.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + id);
    }
    return rule;
  }

  /** The questions that these answers lead to, in order. */
  public List<Question> asked(Map<String, String> answers) {
    List<Question> asked = new ArrayList<>();
    Map<String, String> counted = new HashMap<>();
    for (Question question : questions) {
      if (holds(question.asked(), counted)) {
        asked.add(question);
        counted.put(question.id(), answers.getOrDefault(question.id(), UNKNOWN));
      }
    }
    return asked;
  }

  /** What may be said; answers to questions that were not asked count as unknown. */
  public List<Statement> outcome(Map<String, String> answers) {
    Map<String, String> counted = new HashMap<>();
    for (Question question : asked(answers)) {
      counted.put(question.id(), answers.getOrDefault(question.id(), UNKNOWN));
    }
    return statements.stream().filter(statement -> holds(statement.when(), counted)).toList();
  }

  private static boolean holds(Map<String, List<String>> condition, Map<String, String> answers) {
    return condition.entrySet().stream()
        .allMatch(
            entry -> entry.getValue().contains(answers.getOrDefault(entry.getKey(), UNKNOWN)));
  }
}
