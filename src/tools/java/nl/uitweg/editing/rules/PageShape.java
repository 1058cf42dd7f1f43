package nl.uitweg.editing.rules;

import java.util.ArrayList;
import java.util.List;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.PageText;
import nl.uitweg.editing.text.PageTexts;
import nl.uitweg.platform.i18n.Language;

/**
 * Requires that a translated page has the same headings, list items, quotations and paragraphs as
 * the Dutch page.
 */
final class PageShape {

  private PageShape() {}

  static List<Finding> check(PageTexts pages, Language language) {
    List<Finding> findings = new ArrayList<>();
    for (String slug : pages.slugs()) {
      PageText dutch = pages.page(Language.DUTCH, slug);
      pages
          .find(language, slug)
          .filter(translated -> !translated.hasSamePiecesAs(dutch))
          .ifPresent(
              translated ->
                  findings.add(new Finding(true, language.code(), difference(translated, dutch))));
    }
    return findings;
  }

  private static String difference(PageText translated, PageText dutch) {
    for (PageText.Piece piece : translated.pieces().values()) {
      if (!dutch.pieces().containsKey(piece.name())) {
        return translated.file()
            + ":"
            + piece.firstLine()
            + ": "
            + piece.name()
            + " is not in the Dutch page";
      }
    }
    for (PageText.Piece piece : dutch.pieces().values()) {
      if (!translated.pieces().containsKey(piece.name())) {
        return translated.file()
            + ": "
            + piece.name()
            + " is missing; see "
            + dutch.file()
            + ":"
            + piece.firstLine();
      }
    }
    return translated.file() + ": its pieces are in another order than those of " + dutch.file();
  }
}
