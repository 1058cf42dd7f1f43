package nl.uitweg.editing.rules;

import java.util.ArrayList;
import java.util.List;
import nl.uitweg.content.PageText;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.PageTexts;
import nl.uitweg.platform.i18n.Language;

/** A translated page has the headings, items, quotations and paragraphs of the Dutch one. */
final class PageShape {

  private PageShape() {}

  static List<Finding> check(PageTexts pages, Language language) {
    List<Finding> findings = new ArrayList<>();
    for (String slug : pages.slugs()) {
      PageText dutch = pages.page(Language.DUTCH, slug);
      pages
          .find(language, slug)
          .filter(own -> !own.hasSamePiecesAs(dutch))
          .ifPresent(
              own -> findings.add(new Finding(true, language.code(), difference(own, dutch))));
    }
    return findings;
  }

  private static String difference(PageText own, PageText dutch) {
    for (PageText.Piece piece : own.pieces().values()) {
      if (!dutch.pieces().containsKey(piece.name())) {
        return own.file() + ":" + piece.first() + ": " + piece.name() + " is not in the Dutch page";
      }
    }
    for (PageText.Piece piece : dutch.pieces().values()) {
      if (!own.pieces().containsKey(piece.name())) {
        return own.file()
            + ": "
            + piece.name()
            + " is missing; see "
            + dutch.file()
            + ":"
            + piece.first();
      }
    }
    return own.file() + ": stands in another order than " + dutch.file();
  }
}
