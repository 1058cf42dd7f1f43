package nl.uitweg.platform.i18n;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the Dutch words in a text of any language: the words in brackets that a person must say or
 * recognise at a counter, and the sentence that asks for an interpreter. They are marked so that
 * screen readers pronounce them as Dutch and so that right-to-left text does not reorder them.
 */
public final class DutchWords {

  private static final List<String> BRACKETED_WORDS =
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

  private static final String INTERPRETER_SENTENCE = "Ik heb een tolk nodig\\. Ik spreek ?…";

  private static final Pattern DUTCH =
      Pattern.compile(
          "(?<=[(（])(?:" + String.join("|", BRACKETED_WORDS) + ")(?=[)）])|" + INTERPRETER_SENTENCE);

  private DutchWords() {}

  /** A part of a text, with whether it is Dutch. */
  public record Segment(String text, boolean dutch) {}

  /** Splits a text into segments; their concatenation is the text. */
  public static List<Segment> split(String text) {
    List<Segment> segments = new ArrayList<>();
    int from = 0;
    for (MatchResult match : DUTCH.matcher(text).results().toList()) {
      if (match.start() > from) {
        segments.add(new Segment(text.substring(from, match.start()), false));
      }
      segments.add(new Segment(match.group(), true));
      from = match.end();
    }
    if (from < text.length()) {
      segments.add(new Segment(text.substring(from), false));
    }
    return segments;
  }
}
