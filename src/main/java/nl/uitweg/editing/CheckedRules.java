package nl.uitweg.editing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.uitweg.content.file.Fingerprint;
import nl.uitweg.content.file.YamlFile;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.site.residence.ResidenceGuide;

/**
 * Which text of each residence rule was compared with its sources on which day: {@code
 * content/residence-checked.yaml}. A rule that changes without a new day is named.
 */
final class CheckedRules {

  private static final String FILE = "residence-checked.yaml";

  private CheckedRules() {}

  record Checked(String fingerprint, LocalDate checked) {}

  record File(Map<String, Checked> rules) {}

  static List<String> problems(Path root, ResidenceGuide guide) {
    Map<String, Checked> known = known(root);
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, Checked> now : now(root, guide).entrySet()) {
      Checked before = known.get(now.getKey());
      String rule = "content/residence.yaml: rule '" + now.getKey() + "' ";
      if (before == null) {
        problems.add(rule + "is new: bin/check-content --accept-rules");
      } else if (!before.fingerprint().equals(now.getValue().fingerprint())) {
        boolean newDay = now.getValue().checked().isAfter(before.checked());
        problems.add(
            rule
                + (newDay
                    ? "was changed and checked: bin/check-content --accept-rules"
                    : "or what it says was changed, but not checked since "
                        + before.checked()
                        + ": compare it with its sources and write the day at 'checked'"));
      }
    }
    known.keySet().stream()
        .filter(id -> guide.rules().stream().noneMatch(rule -> rule.id().equals(id)))
        .forEach(
            id ->
                problems.add(
                    "content/"
                        + FILE
                        + ": rule '"
                        + id
                        + "' is gone: bin/check-content --accept-rules"));
    return problems;
  }

  /** Records what was checked; refuses rules that changed without a new day. */
  static List<String> accept(Path root) throws IOException {
    ResidenceGuide guide = ResidenceGuide.read(root.resolve("content"));
    List<String> refused =
        problems(root, guide).stream().filter(problem -> problem.contains("not checked")).toList();
    if (!refused.isEmpty()) {
      return refused;
    }
    StringBuilder yaml =
        new StringBuilder("# Written by bin/check-content --accept-rules; do not edit.\nrules:\n");
    now(root, guide)
        .forEach(
            (id, checked) ->
                yaml.append("  ")
                    .append(id)
                    .append(": {fingerprint: \"")
                    .append(checked.fingerprint())
                    .append("\", checked: ")
                    .append(checked.checked())
                    .append("}\n"));
    Files.writeString(root.resolve("content").resolve(FILE), yaml);
    return List.of(guide.rules().size() + " rules recorded");
  }

  private static Map<String, Checked> known(Path root) {
    return Files.exists(root.resolve("content").resolve(FILE))
        ? new TreeMap<>(YamlFile.read(root.resolve("content"), FILE, File.class).rules())
        : Map.of();
  }

  /** Of everything a visitor reads because of the rule. */
  private static Map<String, Checked> now(Path root, ResidenceGuide guide) {
    BundleFile texts =
        BundleFile.read(BundleFolder.of(root.resolve("i18n"), "residence"), Language.DUTCH);
    Map<String, Checked> now = new LinkedHashMap<>();
    for (ResidenceGuide.Rule rule : guide.rules()) {
      StringBuilder all = new StringBuilder();
      all.append(rule.law()).append(rule.confidence()).append(rule.uncertain());
      all.append(rule.sources());
      for (ResidenceGuide.Statement statement : guide.statements()) {
        if (statement.rules().contains(rule.id())) {
          BundleFile.Entry text = texts.texts().get("statement." + statement.id());
          all.append('\n').append(new TreeMap<>(statement.when()));
          all.append(text == null ? "" : text.text());
        }
      }
      now.put(rule.id(), new Checked(Fingerprint.of(all.toString()), rule.checked()));
    }
    return now;
  }
}
