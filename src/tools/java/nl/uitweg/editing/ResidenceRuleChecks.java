package nl.uitweg.editing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.uitweg.platform.file.Fingerprint;
import nl.uitweg.platform.file.YamlFile;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.site.residence.ResidenceGuide;

/**
 * Records in {@code content/residence-checked.yaml} on which day each residence rule was last
 * compared with its sources, and reports rules that were changed without a new comparison.
 */
final class ResidenceRuleChecks {

  private static final String FILE = "residence-checked.yaml";

  private ResidenceRuleChecks() {}

  /**
   * The state of a rule when it was last compared with its sources.
   *
   * @param fingerprint covers the rule, and the conditions and Dutch texts of its statements
   */
  record RuleCheck(String fingerprint, LocalDate checked) {}

  record File(Map<String, RuleCheck> rules) {}

  static List<String> problems(Path root, ResidenceGuide guide) {
    Map<String, RuleCheck> recorded = recorded(root);
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, RuleCheck> current : current(root, guide).entrySet()) {
      RuleCheck previous = recorded.get(current.getKey());
      String rule = "content/residence.yaml: rule '" + current.getKey() + "' ";
      if (previous == null) {
        problems.add(rule + "is new: run bin/check-content --accept-rules");
      } else if (!previous.fingerprint().equals(current.getValue().fingerprint())) {
        boolean checkedAgain = current.getValue().checked().isAfter(previous.checked());
        problems.add(
            rule
                + (checkedAgain
                    ? "was changed and checked: run bin/check-content --accept-rules"
                    : "or one of its statements was changed, but not checked since "
                        + previous.checked()
                        + ": compare it with its sources and set 'checked' to today"));
      }
    }
    recorded.keySet().stream()
        .filter(id -> guide.rules().stream().noneMatch(rule -> rule.id().equals(id)))
        .forEach(
            id ->
                problems.add(
                    "content/"
                        + FILE
                        + ": rule '"
                        + id
                        + "' no longer exists: run bin/check-content --accept-rules"));
    return problems;
  }

  /**
   * Records the current rules as checked, unless rules were changed without a new check. Prints the
   * number of recorded rules, or the rules that were not checked.
   *
   * @return whether the rules were recorded
   */
  static boolean accept(Path root, PrintStream out) throws IOException {
    ResidenceGuide guide = ResidenceGuide.read(root.resolve("content"));
    List<String> unchecked =
        problems(root, guide).stream().filter(problem -> problem.contains("not checked")).toList();
    if (!unchecked.isEmpty()) {
      unchecked.forEach(out::println);
      return false;
    }
    StringBuilder yaml =
        new StringBuilder("# Written by bin/check-content --accept-rules; do not edit.\nrules:\n");
    current(root, guide)
        .forEach(
            (id, check) ->
                yaml.append("  ")
                    .append(id)
                    .append(": {fingerprint: \"")
                    .append(check.fingerprint())
                    .append("\", checked: ")
                    .append(check.checked())
                    .append("}\n"));
    Files.writeString(root.resolve("content").resolve(FILE), yaml);
    out.println(guide.rules().size() + " rules recorded");
    return true;
  }

  private static Map<String, RuleCheck> recorded(Path root) {
    return Files.exists(root.resolve("content").resolve(FILE))
        ? new TreeMap<>(YamlFile.read(root.resolve("content"), FILE, File.class).rules())
        : Map.of();
  }

  /** The rules as they are now, by id. */
  private static Map<String, RuleCheck> current(Path root, ResidenceGuide guide) {
    BundleFile texts =
        BundleFile.read(BundleFolder.of(root.resolve("i18n"), "residence"), Language.DUTCH);
    Map<String, RuleCheck> checks = new LinkedHashMap<>();
    for (ResidenceGuide.Rule rule : guide.rules()) {
      StringBuilder fingerprinted = new StringBuilder();
      fingerprinted.append(rule.law()).append(rule.confidence()).append(rule.uncertain());
      rule.sources()
          .forEach(
              source -> fingerprinted.append('\n').append(source.url()).append(source.dated()));
      for (ResidenceGuide.Statement statement : guide.statements()) {
        if (statement.rules().contains(rule.id())) {
          BundleFile.Entry text = texts.texts().get("statement." + statement.id());
          fingerprinted.append('\n').append(new TreeMap<>(statement.condition()));
          fingerprinted.append(text == null ? "" : text.text());
        }
      }
      checks.put(
          rule.id(), new RuleCheck(Fingerprint.of(fingerprinted.toString()), rule.checked()));
    }
    return checks;
  }
}
