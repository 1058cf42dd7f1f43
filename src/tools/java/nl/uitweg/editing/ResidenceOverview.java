package nl.uitweg.editing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.site.residence.ResidenceGuide;

/** Writes the whole residence guide as one Markdown page in Dutch, for review by a lawyer. */
final class ResidenceOverview {

  private ResidenceOverview() {}

  static String of(Path root) {
    ResidenceGuide guide = ResidenceGuide.read(root.resolve("content"));
    Words words = new Words(bundle(root, "desk/overview"), bundle(root, "residence"));
    return "# "
        + words.own("title")
        + "\n\n"
        + questions(guide, words)
        + statements(guide, words)
        + rules(guide, words);
  }

  private static Map<String, BundleFile.Entry> bundle(Path root, String name) {
    return BundleFile.read(BundleFolder.of(root.resolve("i18n"), name), Language.DUTCH).texts();
  }

  /** The texts of this page, and those of the residence guide. */
  private record Words(
      Map<String, BundleFile.Entry> overview, Map<String, BundleFile.Entry> residence) {

    String own(String key) {
      return Optional.ofNullable(overview.get(key)).map(BundleFile.Entry::text).orElse(key);
    }

    String ofGuide(String key) {
      return Optional.ofNullable(residence.get(key))
          .map(BundleFile.Entry::text)
          .orElseGet(() -> "(" + own("no-text") + ")");
    }

    String onlyWhen(Map<String, ?> condition) {
      return condition.isEmpty()
          ? ""
          : "; " + own("only-when").replace("{0}", conditionText(condition));
    }
  }

  private static String questions(ResidenceGuide guide, Words words) {
    StringBuilder page = new StringBuilder("## " + words.own("questions") + "\n\n");
    for (ResidenceGuide.Question question : guide.questions()) {
      page.append("- **")
          .append(question.id())
          .append("**: ")
          .append(words.ofGuide("question." + question.id()))
          .append(" (")
          .append(String.join(", ", question.options()))
          .append(", unknown)")
          .append(words.onlyWhen(question.condition()))
          .append('\n');
    }
    return page.toString();
  }

  private static String statements(ResidenceGuide guide, Words words) {
    StringBuilder page = new StringBuilder("\n## " + words.own("statements") + "\n\n");
    page.append("| ").append(words.own("statements-columns")).append(" |\n|---|---|---|---|\n");
    for (ResidenceGuide.Statement statement : guide.statements()) {
      page.append("| ")
          .append(statement.about())
          .append(" | ")
          .append(words.ofGuide("statement." + statement.id()))
          .append(" | ")
          .append(
              statement.condition().isEmpty()
                  ? words.own("everyone")
                  : conditionText(statement.condition()))
          .append(" | ")
          .append(String.join(", ", statement.rules()))
          .append(" |\n");
    }
    return page.toString();
  }

  private static String rules(ResidenceGuide guide, Words words) {
    StringBuilder page = new StringBuilder("\n## " + words.own("rules") + "\n\n");
    page.append("| ").append(words.own("rules-columns")).append(" |\n|---|---|---|---|---|\n");
    for (ResidenceGuide.Rule rule : guide.rules()) {
      page.append("| ")
          .append(rule.id())
          .append(" | ")
          .append(rule.law().orElse(""))
          .append(" | ")
          .append(rule.confidence())
          .append(rule.uncertain().orElse(false) ? ", " + words.own("doubt") : "")
          .append(" | ")
          .append(rule.checked())
          .append(" | ")
          .append(
              rule.sources().stream()
                  .map(source -> source.url() + " (" + source.dated() + ")")
                  .collect(Collectors.joining("; ")))
          .append(" |\n");
    }
    return page.toString();
  }

  private static String conditionText(Map<String, ?> condition) {
    return new TreeMap<>(condition)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining("; "));
  }
}
