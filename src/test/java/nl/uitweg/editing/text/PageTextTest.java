package nl.uitweg.editing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Divides a page into pieces and replaces one of them. */
class PageTextTest {

  private static final String PAGE =
      """
      ---
      title: "A"
      description: "B"
      answer: "C"
      ---
      ## Heading

      A paragraph
      of two lines.

      - An item
      of two lines.
      + Another list.

      1) First.

      > Quoted
      > twice.
      """;

  private final PageText page = PageText.parse("content/nl/sample.md", PAGE);

  @Test
  void dividesABodyAsMarkdownDoes() {
    assertThat(page.texts())
        .containsExactly(
            Map.entry("title", "A"),
            Map.entry("description", "B"),
            Map.entry("answer", "C"),
            Map.entry("1-heading-1", "Heading"),
            Map.entry("1-paragraph-1", "A paragraph\nof two lines."),
            Map.entry("1-item-1", "An item\nof two lines."),
            Map.entry("1-item-2", "Another list."),
            Map.entry("1-item-3", "First."),
            Map.entry("1-quotation-1", "Quoted\ntwice."));
  }

  @Test
  void replacesOnePieceAndKeepsTheRest() {
    assertThat(page.withTexts(Map.of("1-item-1", "One\ntwo"), Optional.empty()))
        .isEqualTo(PAGE.replace("- An item\nof two lines.", "- One\n  two"));
    assertThat(page.withTexts(Map.of("1-item-3", "Last."), Optional.empty()))
        .isEqualTo(PAGE.replace("First.", "Last."));
  }

  @Test
  void keepsIndentationOfNestedLists() {
    String nested =
        """
        ---
        title: "A"
        description: "B"
        answer: "C"
        ---
        - Outer
          - Inner
            of two lines
            - Innermost

          A paragraph in an item.

          > Quoted
        - Last
        """;
    PageText nestedPage = PageText.parse("content/nl/sample.md", nested);
    assertThat(nestedPage.texts().keySet())
        .contains("0-item-1", "0-subitem-1", "0-subsubitem-1", "0-paragraph-1", "0-item-2");
    assertThat(
            nestedPage.withTexts(
                Map.of(
                    "0-subitem-1", "One\ntwo",
                    "0-subsubitem-1", "Deep",
                    "0-paragraph-1", "Text",
                    "0-quotation-1", "Said\n\nmeant"),
                Optional.empty()))
        .isEqualTo(
            nested
                .replace("Inner\n    of two lines", "One\n    two")
                .replace("Innermost", "Deep")
                .replace("A paragraph in an item.", "Text")
                .replace("> Quoted", "> Said\n  >\n  > meant"));
  }
}
