package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.region.Region;
import nl.uitweg.testsupport.PseudoLanguage;
import nl.uitweg.testsupport.ServerTest;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Finds hard-coded text in templates and code, which cannot be translated. A Latin word on a page
 * of the pseudo-language is hard-coded, except in names, addresses, and elements with a {@code
 * lang} attribute.
 */
@ServerTest
class HardCodedTextTest {

  private static final Pattern WORD = Pattern.compile("\\p{IsLatin}+");

  /** URLs, mail addresses and file names. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://\\S+|\\S+@\\S+|\\S+\\.[a-z]{2,}(/\\S*)?");

  private static final Set<String> TEXT_ATTRIBUTES =
      Set.of("aria-label", "alt", "title", "placeholder", "data-unsent", "data-start", "data-stop");

  @Inject Content content;
  @Inject Region region;

  @Test
  void hasNoHardCodedText() throws Exception {
    List<String> names = names();
    List<String> hardCoded = new ArrayList<>();
    for (Screen screen : Screens.in(PseudoLanguage.LANGUAGE.code())) {
      texts(screen.html()).stream()
          .flatMap(text -> latinWords(text, names).stream().map(word -> word + " in: " + text))
          .forEach(description -> hardCoded.add(screen + ": " + description));
    }
    assertThat(hardCoded).isEmpty();
  }

  @Test
  void detectsLatinWordInTemplate() throws Exception {
    String page = "<!DOCTYPE html><html lang=he><title>א</title><p aria-label=Close>א <b>Stop</b>";
    assertThat(texts(page).stream().flatMap(text -> latinWords(text, List.of()).stream()))
        .containsExactlyInAnyOrder("Close", "Stop");
    assertThat(texts("<html lang=he><p lang=nl>Help")).isEmpty();
  }

  private List<String> names() {
    return Stream.concat(
            content.organisations().stream().map(Organisation::name),
            region.municipalities().stream().map(Region.Municipality::name))
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  private static List<String> latinWords(String text, List<String> names) {
    String remaining = ADDRESS.matcher(text).replaceAll("");
    for (String name : names) {
      remaining = remaining.replace(name, "");
    }
    return WORD.matcher(remaining).results().map(MatchResult::group).toList();
  }

  /** Texts that are shown or announced in the language of the page. */
  private static List<String> texts(String html) throws Exception {
    List<String> texts = new ArrayList<>();
    Element page =
        new HtmlDocumentBuilder()
            .parse(new InputSource(new StringReader(html)))
            .getDocumentElement();
    collect(page, page, texts);
    return texts;
  }

  private static void collect(Node node, Element page, List<String> texts) {
    if (node.getNodeType() == Node.TEXT_NODE && !node.getTextContent().isBlank()) {
      texts.add(node.getTextContent().strip());
    }
    if (node instanceof Element element) {
      boolean foreign = element != page && element.hasAttribute("lang");
      if (foreign || Set.of("script", "style").contains(element.getLocalName())) {
        return;
      }
      TEXT_ATTRIBUTES.stream()
          .map(element::getAttribute)
          .filter(text -> !text.isBlank())
          .forEach(texts::add);
      if (element.getAttribute("name").equals("description")) {
        texts.add(element.getAttribute("content"));
      }
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      collect(child, page, texts);
    }
  }
}
