package nl.uitweg.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.content.file.ContentProblem;
import nl.uitweg.content.file.MarkdownFile;
import nl.uitweg.platform.i18n.Language;

/**
 * A guidance page as a translator sees it: pieces of text, each with its lines, so that a piece can
 * be compared with, or replaced by, the same piece of another language. What is not replaced stays
 * as it is, to the byte.
 *
 * @param of in a translation, the fingerprint of the Dutch text it was made from
 * @param fingerprint of everything a translator translates
 */
public record PageText(
    String file,
    Optional<String> of,
    String fingerprint,
    Map<String, Piece> pieces,
    List<String> lines) {

  private static final Pattern HEAD = Pattern.compile("(title|description|answer):.*");
  private static final Pattern BODY = Pattern.compile("(## |[-*] |\\d+\\. |> ?|)(.*)");

  /** What a piece is in the page. */
  public enum Kind {
    HEAD,
    HEADING,
    ITEM,
    QUOTATION,
    PARAGRAPH
  }

  /**
   * @param name the same in every language: what it is, below which heading, the how manieth
   * @param prefix what makes the first line a heading or an item
   * @param first line in the file, from 1
   * @param last line in the file
   */
  public record Piece(String name, Kind kind, String prefix, String text, int first, int last) {

    /** As lines of the file, with another text. */
    private List<String> lines(String other) {
      if (kind == Kind.HEAD) {
        return List.of(
            name + ": \"" + other.replace("\\", "\\\\").replace("\"", "\\\"").strip() + "\"");
      }
      String next = kind == Kind.QUOTATION ? "> " : " ".repeat(prefix.length());
      List<String> lines = new ArrayList<>();
      for (String line : other.split("\n", -1)) {
        lines.add(((lines.isEmpty() ? prefix : next) + line).stripTrailing());
      }
      return lines;
    }
  }

  /**
   * @throws ContentProblem with file, line and reason
   */
  public static PageText read(Path content, Language language, String slug) {
    String file = "content/" + language.code() + "/" + slug + ".md";
    try {
      return parse(file, Files.readString(content.resolve(language.code()).resolve(slug + ".md")));
    } catch (IOException e) {
      throw ContentProblem.in(file, "cannot be read; content/pages.yaml lists this page");
    }
  }

  /**
   * @param name of the file, for messages
   * @throws ContentProblem with file, line and reason
   */
  public static PageText parse(String name, String text) {
    MarkdownFile file = MarkdownFile.parse(name, text);
    List<String> lines = List.of(text.split("\n", -1));
    Map<String, Piece> pieces = new LinkedHashMap<>();
    Map<String, String> head =
        Map.of(
            "title", file.head().title(),
            "description", file.head().description(),
            "answer", file.head().answer());
    for (int i = 0; i < file.bodyLine(); i++) {
      Matcher key = HEAD.matcher(lines.get(i));
      if (key.matches()) {
        String part = key.group(1);
        pieces.put(part, new Piece(part, Kind.HEAD, "", head.getOrDefault(part, ""), i + 1, i + 1));
      }
    }
    body(lines, file.bodyLine()).forEach(piece -> pieces.put(piece.name(), piece));
    return new PageText(file.file(), file.head().of(), file.fingerprint(), pieces, lines);
  }

  private static List<Piece> body(List<String> lines, int from) {
    List<Piece> pieces = new ArrayList<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    int section = 0;
    int i = from;
    while (i < lines.size()) {
      Matcher line = BODY.matcher(lines.get(i));
      if (lines.get(i).isBlank() || !line.matches()) {
        i++;
        continue;
      }
      Kind kind = kind(line.group(1));
      int last = i;
      while (kind != Kind.HEADING && last + 1 < lines.size() && goesOn(kind, lines.get(last + 1))) {
        last++;
      }
      section += kind == Kind.HEADING ? 1 : 0;
      String group = section + "-" + kind.name().toLowerCase(Locale.ROOT);
      String name = group + "-" + seen.merge(group, 1, Integer::sum);
      String prefix = kind == Kind.QUOTATION ? "> " : line.group(1);
      pieces.add(new Piece(name, kind, prefix, text(lines.subList(i, last + 1)), i + 1, last + 1));
      i = last + 1;
    }
    return pieces;
  }

  private static Kind kind(String prefix) {
    if (prefix.isEmpty()) {
      return Kind.PARAGRAPH;
    }
    return switch (prefix.charAt(0)) {
      case '#' -> Kind.HEADING;
      case '>' -> Kind.QUOTATION;
      default -> Kind.ITEM;
    };
  }

  private static boolean goesOn(Kind kind, String line) {
    if (line.isBlank()) {
      return false;
    }
    return switch (kind) {
      case QUOTATION -> line.startsWith(">");
      case ITEM -> line.startsWith(" ");
      default -> BODY.matcher(line).replaceFirst("$1").isEmpty();
    };
  }

  private static String text(List<String> lines) {
    List<String> texts = new ArrayList<>();
    for (String line : lines) {
      Matcher parts = BODY.matcher(line.strip());
      texts.add(parts.matches() ? parts.group(2).strip() : line.strip());
    }
    return String.join("\n", texts);
  }

  /** Whether two pages have the same pieces in the same order. */
  public boolean sameShapeAs(PageText other) {
    return List.copyOf(pieces.keySet()).equals(List.copyOf(other.pieces.keySet()));
  }

  /**
   * The whole file with other texts.
   *
   * @param texts by name of the piece; a piece that is not named stays
   * @param of the fingerprint to write in the head
   */
  public String with(Map<String, String> texts, Optional<String> of) {
    List<String> result = new ArrayList<>(lines);
    List<Piece> backwards = new ArrayList<>(pieces.values());
    Collections.reverse(backwards);
    for (Piece piece : backwards) {
      String text = texts.getOrDefault(piece.name(), piece.text());
      if (!text.equals(piece.text())) {
        List<String> old = result.subList(piece.first() - 1, piece.last());
        old.clear();
        result.addAll(piece.first() - 1, piece.lines(text));
      }
    }
    of.filter(fingerprint -> !this.of.equals(of)).ifPresent(f -> writeOf(result, f));
    return String.join("\n", result);
  }

  private static void writeOf(List<String> lines, String fingerprint) {
    int end = 1 + lines.subList(1, lines.size()).indexOf("---");
    int old = end;
    for (int i = 1; i < end; i++) {
      old = lines.get(i).startsWith("of:") ? i : old;
    }
    if (old < end) {
      lines.remove(old);
    }
    lines.add(old, "of: \"" + fingerprint + "\"");
  }

  /** The text of every piece, by name. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    pieces.forEach((name, piece) -> texts.put(name, piece.text()));
    return texts;
  }
}
