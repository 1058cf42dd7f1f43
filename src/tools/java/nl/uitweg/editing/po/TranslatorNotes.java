package nl.uitweg.editing.po;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.uitweg.content.Marks;
import nl.uitweg.editing.rules.UsualLength;
import nl.uitweg.editing.text.PageText;
import nl.uitweg.platform.i18n.Language;

/**
 * The comments of a text in the PO file: where it is shown, what must stay as it is, its usual
 * length, its plural forms, and the English text.
 */
final class TranslatorNotes {

  private static final Pattern DUTCH_WORD = Pattern.compile("\\{nl:[^{}]*}");
  private static final Pattern FACT = Pattern.compile("\\{(?:" + Marks.WITHOUT_WORDS + "):[^{}]*}");
  private static final Pattern LINK_TARGET = Pattern.compile("(?<=])\\([^()]*\\)");
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\w+(?=[ ,}])");

  private TranslatorNotes() {}

  static List<String> of(SourceText text, Language language) {
    List<String> notes = new ArrayList<>();
    if (!text.context().startsWith("content/")) {
      notes.add("Part of the site: " + text.context().substring(0, text.context().indexOf(':')));
    }
    notes.addAll(text.comments());
    addMatches(notes, "Stays in Dutch, with its braces: ", DUTCH_WORD, text.dutch());
    addMatches(notes, "Stays as it is; the site fills it in: ", FACT, text.dutch());
    addMatches(notes, "Stays as it is, after the words of the link: ", LINK_TARGET, text.dutch());
    if (text.plural().isPresent()) {
      notes.add("# stays as it is; the site writes the number there, instead of {0}");
      notes.add("Forms and their numbers: " + String.join("; ", PluralForms.examples(language)));
    } else if (text.dutch().contains(", plural,")) {
      notes.add(
          "A plural in ICU format: translate the words in the inner braces and give a text for each"
              + " of "
              + String.join(", ", categories(language)));
    } else {
      addMatches(notes, "Stays as it is; the site fills it in: ", ARGUMENT, text.dutch());
    }
    UsualLength.of(text.dutch(), language)
        .ifPresent(
            length ->
                notes.add("Usual length: " + length.min() + " to " + length.max() + " characters"));
    if (!language.equals(Language.ENGLISH)) {
      text.english().ifPresent(english -> notes.add("English: " + readable(english)));
    }
    return notes;
  }

  /** A plural as its two sentences. */
  private static String readable(String english) {
    return PluralMessage.parse(english)
        .map(plural -> plural.singular() + " / " + plural.plural())
        .orElse(english);
  }

  private static List<String> categories(Language language) {
    List<String> categories = new ArrayList<>(PluralForms.of(language).categories());
    if (!categories.contains("other")) {
      categories.add("other");
    }
    return categories;
  }

  private static void addMatches(List<String> notes, String label, Pattern pattern, String text) {
    List<String> matches =
        pattern
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .map(match -> pattern == ARGUMENT ? match + "}" : match)
            .distinct()
            .toList();
    if (!matches.isEmpty()) {
      notes.add(label + String.join(" ", matches));
    }
  }

  /** Where a piece of a page is shown and what it is. */
  static List<String> onPiece(String slug, PageText page, PageText.Piece piece, Language language) {
    String place = "Page: /" + language.code() + "/" + slug;
    if (piece.kind() == PageText.Kind.HEAD) {
      return switch (piece.name()) {
        case "title" ->
            List.of(place, "Title; also shown in the browser history, so it must be neutral");
        case "description" -> List.of(place, "Description for search engines; must be neutral");
        default -> List.of(place, "The answer in one sentence, at the top of the page");
      };
    }
    String section = piece.name().substring(0, piece.name().indexOf('-'));
    PageText.Piece heading = page.pieces().get(section + "-heading-1");
    List<String> notes = new ArrayList<>();
    notes.add(
        heading == null || heading.equals(piece)
            ? place
            : place + ", below the heading “" + heading.text() + "”");
    switch (piece.kind()) {
      case HEADING -> notes.add("Heading");
      case ITEM -> notes.add("Item of a list");
      case QUOTATION ->
          notes.add(
              "A sentence to say in Dutch: keep it, and below it, after an empty line, write its"
                  + " meaning");
      default -> {}
    }
    return notes;
  }
}
