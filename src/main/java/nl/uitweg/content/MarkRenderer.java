package nl.uitweg.content;

import java.util.Map;
import java.util.Set;
import nl.uitweg.platform.i18n.Language;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders {@link Mark} nodes: tags Dutch words with their language, takes telephone numbers and
 * names from the organisations, and shows pictograms.
 */
final class MarkRenderer implements NodeRenderer {

  /** Kind of the mark that {@link Markdown} itself adds around a Dutch word in a translation. */
  static final String DUTCH = "dutch";

  private final HtmlWriter html;
  private final Map<String, Organisation> organisations;
  private final Language language;

  MarkRenderer(
      HtmlNodeRendererContext context, Map<String, Organisation> organisations, Language language) {
    this.html = context.getWriter();
    this.organisations = organisations;
    this.language = language;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Mark.class);
  }

  @Override
  public void render(Node node) {
    Mark mark = (Mark) node;
    switch (mark.kind()) {
      case DUTCH -> element("span", Map.of("lang", "nl", "dir", "ltr"), mark.value());
      case "nl" ->
          element("b", Map.of("class", "keyword", "lang", "nl", "dir", "ltr"), mark.value());
      case "picture" -> html.raw(Pictograms.named(mark.value()).html());
      case "tel" -> html.raw(PhoneLink.html(organisation(mark).phone().orElseThrow()));
      default ->
          element(
              "a",
              Map.of(
                  "class",
                  "utrecht-link",
                  "href",
                  "/" + language.code() + "/organisations#" + mark.value(),
                  "lang",
                  "nl",
                  "dir",
                  "ltr"),
              organisation(mark).name());
    }
  }

  private Organisation organisation(Mark mark) {
    Organisation organisation = organisations.get(mark.value());
    if (organisation == null) {
      throw new IllegalStateException("Unknown organisation in mark " + mark.value());
    }
    return organisation;
  }

  private void element(String tag, Map<String, String> attributes, String text) {
    html.tag(tag, attributes);
    html.text(text);
    html.tag("/" + tag);
  }
}
