package nl.uitweg.editing.po;

import java.util.List;
import java.util.Map;
import nl.uitweg.content.Content;
import nl.uitweg.editing.rules.TextRules;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.PageText;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.region.Region;

/**
 * Checks texts that are not in a file yet: all rules for texts, and what start-up requires of a
 * page.
 */
final class TextCheck {

  private final Content content;
  private final Language language;
  private final TextRules rules;

  TextCheck(SourceTexts texts) {
    this.content = texts.content();
    this.language = texts.language();
    EditedFiles files = EditedFiles.of(texts.root());
    this.rules = new TextRules(files, content, Region.read(files.region()).textParameters());
  }

  /**
   * Result of a check.
   *
   * @param problems why the text is refused; empty when it is accepted
   * @param hints what a person should look at again
   */
  record Outcome(List<String> problems, List<String> hints) {

    private static Outcome problem(String place, String problem) {
      return new Outcome(List.of(place + ": " + problem), List.of());
    }
  }

  Outcome bundleText(SourceText text, String translation) {
    return translation.indexOf('\n') >= 0
        ? Outcome.problem(text.context(), "must be one line; remove the line breaks")
        : byRules(text, translation);
  }

  /**
   * @param base the page in which the piece is tried: the translation, or the Dutch page when there
   *     is none
   */
  Outcome pagePiece(String slug, PageText base, SourceText piece, String translation) {
    Outcome outcome = byRules(piece, translation);
    if (!outcome.problems().isEmpty()) {
      return outcome;
    }
    Map<String, String> expected = base.texts();
    expected.put(piece.key(), translation);
    Outcome page =
        page(
            piece.context(),
            slug,
            base.withTexts(Map.of(piece.key(), translation), base.translatedFrom()),
            expected);
    return page.problems().isEmpty() ? outcome : page;
  }

  Outcome wholePage(String slug, String page, Map<String, String> expected) {
    return page("content/" + slug, slug, page, expected);
  }

  private Outcome page(String place, String slug, String page, Map<String, String> expected) {
    String file = "content/" + language.code() + "/" + slug + ".md";
    try {
      PageText parsed = PageText.parse(file, page);
      content.requireValidPage(file, page, language);
      return parsed.texts().equals(expected)
          ? new Outcome(List.of(), List.of())
          : Outcome.problem(
              place,
              "would be split into several texts; remove empty lines, and - > # 1. at the start of"
                  + " a line");
    } catch (InvalidContentException e) {
      String reason = String.valueOf(e.getMessage()).replaceFirst("^\\S+\\.md(:\\d+)?: ", "");
      return Outcome.problem(place, "is refused: " + reason);
    }
  }

  private Outcome byRules(SourceText text, String translation) {
    List<Finding> findings = rules.findings(text.translated(language, translation));
    return new Outcome(
        findings.stream().filter(Finding::blocking).map(Finding::text).toList(),
        findings.stream().filter(finding -> !finding.blocking()).map(Finding::text).toList());
  }
}
