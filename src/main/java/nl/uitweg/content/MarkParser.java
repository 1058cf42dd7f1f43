package nl.uitweg.content;

import java.util.Set;
import java.util.regex.Matcher;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** CommonMark inline parser that recognises {@code {kind:value}}. */
final class MarkParser implements InlineContentParser {

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    scanner.next();
    if (scanner.find('}') < 0) {
      return ParsedInline.none();
    }
    scanner.next();
    Matcher mark = Markdown.markMatcher(scanner.getSource(start, scanner.position()).getContent());
    if (!mark.matches()) {
      return ParsedInline.none();
    }
    return ParsedInline.of(new Mark(mark.group(1), mark.group(2).strip()), scanner.position());
  }

  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('{');
    }

    @Override
    public InlineContentParser create() {
      return new MarkParser();
    }
  }
}
