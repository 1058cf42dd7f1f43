package nl.uitweg.editing.text;

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
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.file.MarkdownFile;
import nl.uitweg.platform.i18n.Language;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The translatable text of a guidance page, divided into pieces, each with its line numbers. A
 * piece can be compared with, or replaced by, the same piece in another language. Text that is not
 * replaced stays the same, byte for byte.
 *
 * @param translatedFrom in a translation, the fingerprint of the Dutch text it was made from
 * @param fingerprint fingerprint of everything that is translated
 * @param pieces the pieces by name, in the order of the file
 * @param lines all lines of the file
 */
public record PageText(
    String file,
    Optional<String> translatedFrom,
    String fingerprint,
    Map<String, Piece> pieces,
    List<String> lines) {

  private static final Pattern HEAD = Pattern.compile("(title|description|answer):.*");
  private static final Pattern BODY = Pattern.compile("(## |[-+*] |\\d+[.)] |> ?|)(.*)");

  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  /** What a piece is: a field of the head, or an element of the Markdown body. */
  public enum Kind {
    HEAD,
    HEADING,
    ITEM,
    QUOTATION,
    PARAGRAPH
  }

  /**
   * One piece of translatable text.
   *
   * @param name the same in every language. In the head: {@code title}, {@code description} or
   *     {@code answer}. In the body: the number of the section, the kind, and its position among
   *     the pieces of that kind in that section, counted from 1, for example {@code 2-item-3}; an
   *     item of a list in a list is a {@code subitem}
   * @param prefix indentation and Markdown prefix of the first line, for example {@code ## }; empty
   *     for a paragraph and in the head
   * @param firstLine first line in the file, counted from 1
   * @param lastLine last line in the file
   */
  public record Piece(
      String name, Kind kind, String prefix, String text, int firstLine, int lastLine) {

    /** The lines of the file that hold this piece, with its text replaced. */
    private List<String> lines(String replacement) {
      if (kind == Kind.HEAD) {
        return List.of(
            name + ": \"" + replacement.replace("\\", "\\\\").replace("\"", "\\\"").strip() + "\"");
      }
      String continuation = kind == Kind.QUOTATION ? prefix : " ".repeat(prefix.length());
      List<String> lines = new ArrayList<>();
      for (String line : replacement.split("\n", -1)) {
        lines.add(((lines.isEmpty() ? prefix : continuation) + line).stripTrailing());
      }
      return lines;
    }
  }

  /**
   * Reads a page in a language in which it exists.
   *
   * @throws InvalidContentException with the file, the line if it is known, and the reason
   */
  public static PageText read(Path content, Language language, String slug) {
    String file = "content/" + language.code() + "/" + slug + ".md";
    try {
      return parse(file, Files.readString(content.resolve(language.code()).resolve(slug + ".md")));
    } catch (IOException e) {
      throw InvalidContentException.in(file, "cannot be read; content/pages.yaml lists this page");
    }
  }

  /**
   * Parses the text of a page.
   *
   * @param name name of the file, for error messages
   * @throws InvalidContentException with the file, the line if it is known, and the reason
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
    for (int i = 0; i < file.headLines(); i++) {
      Matcher key = HEAD.matcher(lines.get(i));
      if (key.matches()) {
        String part = key.group(1);
        pieces.put(part, new Piece(part, Kind.HEAD, "", head.getOrDefault(part, ""), i + 1, i + 1));
      }
    }
    body(file.body(), lines, file.headLines()).forEach(piece -> pieces.put(piece.name(), piece));
    return new PageText(
        file.file(), file.head().translatedFrom(), file.fingerprint(), pieces, lines);
  }

  private static List<Piece> body(String markdown, List<String> lines, int headLines) {
    List<Piece> pieces = new ArrayList<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    int section = 0;
    for (Node element : elements(PARSER.parse(markdown))) {
      Kind kind = kind(element);
      section += kind == Kind.HEADING ? 1 : 0;
      String group =
          section + "-" + "sub".repeat(depth(element)) + kind.name().toLowerCase(Locale.ROOT);
      String name = group + "-" + counts.merge(group, 1, Integer::sum);
      List<SourceSpan> spans = element.getSourceSpans();
      int first = headLines + spans.get(0).getLineIndex();
      int end = headLines + spans.get(spans.size() - 1).getLineIndex() + 1;
      Matcher line = BODY.matcher(lines.get(first).strip());
      String mark = kind == Kind.QUOTATION ? "> " : line.matches() ? line.group(1) : "";
      String prefix = indentation(lines.get(first)) + mark;
      pieces.add(new Piece(name, kind, prefix, text(lines.subList(first, end)), first + 1, end));
    }
    return pieces;
  }

  /** The blocks of a page, in which a list is replaced by the blocks of its items. */
  private static List<Node> elements(Node parent) {
    List<Node> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      boolean inList = node instanceof ListBlock || node instanceof ListItem;
      elements.addAll(inList ? elements(node) : List.of(node));
    }
    return elements;
  }

  private static String indentation(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** Number of lists around the list that the element is in; 0 outside lists. */
  private static int depth(Node element) {
    int lists = 0;
    for (Node node = element.getParent(); node != null; node = node.getParent()) {
      lists += node instanceof ListBlock ? 1 : 0;
    }
    return Math.max(lists - 1, 0);
  }

  private static Kind kind(Node element) {
    if (element instanceof Heading) {
      return Kind.HEADING;
    }
    if (element.getParent() instanceof ListItem && element.getPrevious() == null) {
      return Kind.ITEM;
    }
    return element instanceof BlockQuote ? Kind.QUOTATION : Kind.PARAGRAPH;
  }

  private static String text(List<String> lines) {
    List<String> texts = new ArrayList<>();
    for (String line : lines) {
      Matcher parts = BODY.matcher(line.strip());
      texts.add(parts.matches() ? parts.group(2).strip() : line.strip());
    }
    return String.join("\n", texts);
  }

  /** Whether both pages have the same pieces in the same order. */
  public boolean hasSamePiecesAs(PageText other) {
    return List.copyOf(pieces.keySet()).equals(List.copyOf(other.pieces.keySet()));
  }

  /**
   * The whole file with some texts replaced.
   *
   * @param texts new text by name of the piece; pieces that are not named stay the same
   * @param newFingerprint fingerprint of the Dutch text, to write in the head; empty to keep the
   *     current one
   */
  public String withTexts(Map<String, String> texts, Optional<String> newFingerprint) {
    List<String> result = new ArrayList<>(lines);
    List<Piece> lastToFirst = new ArrayList<>(pieces.values());
    Collections.reverse(lastToFirst);
    for (Piece piece : lastToFirst) {
      String text = texts.getOrDefault(piece.name(), piece.text());
      if (!text.equals(piece.text())) {
        List<String> old = result.subList(piece.firstLine() - 1, piece.lastLine());
        old.clear();
        result.addAll(piece.firstLine() - 1, piece.lines(text));
      }
    }
    if (!newFingerprint.equals(translatedFrom)) {
      newFingerprint.ifPresent(fingerprint -> writeFingerprint(result, fingerprint));
    }
    return String.join("\n", result);
  }

  private static void writeFingerprint(List<String> lines, String fingerprint) {
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
