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
}
