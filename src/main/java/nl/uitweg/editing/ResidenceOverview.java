package nl.uitweg.editing;

import java.nio.file.Path;
import java.util.Map;
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
    Map<String, BundleFile.Entry> texts =
        BundleFile.read(BundleFolder.of(root.resolve("i18n"), "residence"), Language.DUTCH).texts();
    StringBuilder page = new StringBuilder("# Verblijf: alle vragen, uitspraken en regels\n\n");
    page.append("## Vragen\n\n");
    for (ResidenceGuide.Question question : guide.questions()) {
      page.append("- **")
          .append(question.id())
          .append("**: ")
          .append(text(texts, "question." + question.id()))
          .append(" (")
          .append(String.join(", ", question.options()))
          .append(", unknown)")
          .append(
              question.condition().isEmpty()
                  ? ""
                  : "; alleen bij " + conditionText(question.condition()))
          .append('\n');
    }
    page.append("\n## Uitspraken\n\n| over | uitspraak | voor wie | regel |\n|---|---|---|---|\n");
    for (ResidenceGuide.Statement statement : guide.statements()) {
      page.append("| ")
          .append(statement.about())
          .append(" | ")
          .append(text(texts, "statement." + statement.id()))
          .append(" | ")
          .append(
              statement.condition().isEmpty() ? "iedereen" : conditionText(statement.condition()))
          .append(" | ")
          .append(String.join(", ", statement.rules()))
          .append(" |\n");
    }
    page.append(
        "\n## Regels\n\n| regel | wet | zekerheid | gecontroleerd | bronnen |\n|---|---|---|---|---|\n");
    for (ResidenceGuide.Rule rule : guide.rules()) {
      page.append("| ")
          .append(rule.id())
          .append(" | ")
          .append(rule.law().orElse(""))
          .append(" | ")
          .append(rule.confidence())
          .append(rule.uncertain().orElse(false) ? ", twijfel" : "")
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

  private static String text(Map<String, BundleFile.Entry> texts, String key) {
    BundleFile.Entry entry = texts.get(key);
    return entry == null ? "(geen tekst)" : entry.text();
  }
}
