package nl.uitweg.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.file.MarkdownFile;
import nl.uitweg.platform.i18n.DutchWords;
import nl.uitweg.platform.i18n.Language;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Converts Markdown to HTML. Accepts CommonMark without HTML, images and code, plus four custom
 * marks: {@code {nl:word}} is a Dutch key word, {@code {tel:id}} and {@code {org:id}} are the
 * telephone number and the name of an organisation, {@code {picture:name}} is one of the {@link
 * Pictograms}. The destination of a link is the slug of a page of this site.
 */
final class Markdown {

  private static final Pattern MARK = Pattern.compile("\\{([a-z]+):([^{}]+)}");

  private static final Map<Class<? extends Node>, String> CLASS_NAMES =
      Map.of(
          Paragraph.class, "utrecht-paragraph",
          BulletList.class, "utrecht-unordered-list",
          OrderedList.class, "utrecht-ordered-list",
          BlockQuote.class, "utrecht-blockquote",
          Link.class, "utrecht-link");

  private final Organisations organisations;
  private final Predicate<String> pageExists;
  private final Parser parser;

  Markdown(Organisations organisations, Predicate<String> pageExists) {
    this.organisations = organisations;
    this.pageExists = pageExists;
    this.parser =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .customInlineContentParserFactory(new MarkParser.Factory())
            .build();
  }

  /**
   * Renders the body of a file as HTML.
   *
   * @throws InvalidContentException for HTML, an image, code, a heading of another level than 2,
   *     and an unknown mark, organisation or page
   */
  RenderedMarkdown render(MarkdownFile file, Language language) {
    Node document = parser.parse(file.body());
    document.accept(new Validator(file));
    if (!language.equals(Language.DUTCH)) {
      document.accept(new DutchMarker());
    }
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(
                context -> (node, tag, attributes) -> addAttributes(node, attributes, language))
            .nodeRendererFactory(
                context -> new MarkRenderer(context, organisations.national(), language))
            .build();
    return new RenderedMarkdown(renderer.render(document));
  }

  /**
   * Renders one line of text with marks as inline HTML, without the surrounding paragraph.
   *
   * @param key message key of the text, for error messages
   */
  RenderedMarkdown renderLine(String key, String text, Language language) {
    MarkdownFile.Head head = new MarkdownFile.Head("-", "-", "-", Optional.empty());
    String html = render(new MarkdownFile(key, head, text, 0), language).html().strip();
    String open = "<p class=\"utrecht-paragraph\">";
    if (!html.startsWith(open) || html.indexOf("</p>") != html.length() - "</p>".length()) {
      throw InvalidContentException.in(key, "must be one line of text");
    }
    return new RenderedMarkdown(html.substring(open.length(), html.length() - "</p>".length()));
  }

  private static void addAttributes(Node node, Map<String, String> attributes, Language language) {
    String name = className(node);
    if (!name.isEmpty()) {
      attributes.put("class", name);
    }
    if (node instanceof Link link) {
      attributes.put("href", "/" + language.code() + "/" + link.getDestination());
    }
  }

  private static String className(Node node) {
    if (node instanceof Heading heading) {
      return "utrecht-heading-" + heading.getLevel();
    }
    return CLASS_NAMES.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(node))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** Marks the Dutch words in a translation; see {@link DutchWords}. */
  private static final class DutchMarker extends AbstractVisitor {

    @Override
    public void visit(Text text) {
      List<DutchWords.Segment> segments = DutchWords.split(text.getLiteral());
      if (segments.stream().noneMatch(DutchWords.Segment::dutch)) {
        return;
      }
      for (DutchWords.Segment segment : segments) {
        text.insertBefore(
            segment.dutch()
                ? new Mark(MarkRenderer.DUTCH, segment.text())
                : new Text(segment.text()));
      }
      text.unlink();
    }
  }

  /** Visits the parsed document before rendering and rejects nodes that are not allowed. */
  private final class Validator extends AbstractVisitor {

    private final MarkdownFile file;

    Validator(MarkdownFile file) {
      this.file = file;
    }

    @Override
    public void visit(HtmlBlock html) {
      throw invalid(html, "HTML is not allowed; write Markdown");
    }

    @Override
    public void visit(HtmlInline html) {
      throw invalid(html, "HTML is not allowed; write Markdown");
    }

    @Override
    public void visit(Image image) {
      throw invalid(image, "images are not allowed in guidance");
    }

    @Override
    public void visit(Code code) {
      throw invalid(code, "code is not allowed in guidance");
    }

    @Override
    public void visit(FencedCodeBlock code) {
      throw invalid(code, "code is not allowed in guidance");
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      throw invalid(code, "code is not allowed in guidance");
    }

    @Override
    public void visit(Heading heading) {
      if (heading.getLevel() != 2) {
        throw invalid(heading, "only ## headings are allowed inside a page");
      }
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      String slug = link.getDestination().replaceFirst("#.*", "");
      if (!pageExists.test(slug)) {
        throw invalid(link, "there is no page '" + link.getDestination() + "'");
      }
      visitChildren(link);
    }

    @Override
    public void visit(CustomNode custom) {
      if (custom instanceof Mark mark) {
        check(mark)
            .ifPresent(
                reason -> {
                  throw invalid(mark, reason);
                });
      }
    }

    private Optional<String> check(Mark mark) {
      if (mark.kind().equals("nl")) {
        return Optional.empty();
      }
      if (mark.kind().equals("picture")) {
        return Pictograms.exists(mark.value())
            ? Optional.empty()
            : Optional.of("there is no pictogram '" + mark.value() + "'");
      }
      if (!List.of("tel", "org").contains(mark.kind())) {
        return Optional.of("unknown mark {" + mark.kind() + ":…}; known are nl, tel, org, picture");
      }
      Organisation organisation = organisations.national().get(mark.value());
      if (organisation == null) {
        return Optional.of(
            organisations.all().containsKey(mark.value())
                ? "'"
                    + mark.value()
                    + "' is an organisation of the region; name one of content/organisations.yaml"
                : "there is no organisation '" + mark.value() + "'");
      }
      if (mark.kind().equals("tel") && organisation.phone().isEmpty()) {
        return Optional.of("'" + mark.value() + "' has no telephone number in organisations.yaml");
      }
      return Optional.empty();
    }

    private InvalidContentException invalid(Node node, String reason) {
      Node located = node;
      while (located.getSourceSpans().isEmpty() && located.getParent() != null) {
        located = located.getParent();
      }
      List<SourceSpan> spans = located.getSourceSpans();
      int line = spans.isEmpty() ? 0 : spans.get(0).getLineIndex();
      return InvalidContentException.at(file.file(), file.headLines() + line + 1, reason);
    }
  }

  /** Matcher for the marks in a text. */
  static Matcher markMatcher(String text) {
    return MARK.matcher(text);
  }
}
