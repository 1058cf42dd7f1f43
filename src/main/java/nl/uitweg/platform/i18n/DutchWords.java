package nl.uitweg.platform.i18n;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds in a text of any language the Dutch words that stand there in brackets, because a person
 * must say or recognise them at a desk, and the sentence that asks for an interpreter. Screen
 * readers must read them in Dutch, and from right to left they must not be mixed up with what
 * stands around them.
 */
public final class DutchWords {

  private static final List<String> WORDS =
      List.of(
          "aandachtsfunctionaris mensenhandel",
          "aandachtsfunctionaris",
          "aangifte",
          "anoniem melden",
          "asielzoekerscentrum",
          "bedenktijd",
          "bijstand",
          "gemeente",
          "gemeentehuis",
          "gerechtshof",
          "informatief gesprek",
          "jeugdhulp",
          "melding",
          "mensenhandel",
          "opvang",
          "prostitutie",
          "tolk",
          "verblijfsvergunning",
          "voogd",
          "zorgcoördinator",
          "Arbeidsinspectie",
          "Autoriteit Persoonsgegevens",
          "Chat met Fier");

  private static final String INTERPRETER = "Ik heb een tolk nodig\\. Ik spreek ?…";

  private static final Pattern DUTCH =
      Pattern.compile("(?<=[(（])(?:" + String.join("|", WORDS) + ")(?=[)）])|" + INTERPRETER);

  private DutchWords() {}

  /** A part of a text. */
  public record Piece(String text, boolean dutch) {}

  /** The text in pieces; together they are the text. */
  public static List<Piece> split(String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (MatchResult found : DUTCH.matcher(text).results().toList()) {
      if (found.start() > from) {
        pieces.add(new Piece(text.substring(from, found.start()), false));
      }
      pieces.add(new Piece(found.group(), true));
      from = found.end();
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), false));
    }
    return pieces;
  }
}
