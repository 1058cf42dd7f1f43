package nl.uitweg.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.file.MarkdownFile;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz test: Markdown becomes harmless HTML, or is refused with file and line. */
class MarkdownFuzzTest {

  private static final Markdown MARKDOWN =
      new Markdown(new Organisations(Map.of(), Map.of()), slug -> slug.matches("[a-z-]*"));

  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:p|ul|ol|li|blockquote|h2|em|strong|span|b|a|br|hr)"
              + "(?: (?:class|lang|dir|start|title|rel|href)=\"[^\"<>]*\")*(?: /)?>"
              + "|<svg .*?</svg>",
          Pattern.DOTALL);

  @FuzzTest
  void becomesHarmlessHtmlOrIsRefused(byte[] input) {
    MarkdownFile file =
        new MarkdownFile(
            "page.md",
            new MarkdownFile.Head("-", "-", "-", Optional.empty()),
            FuzzText.of(input),
            0);
    for (Language language : new Language[] {Language.DUTCH, Language.ENGLISH}) {
      try {
        String html = MARKDOWN.render(file, language).html();
        assertThat(TAG.matcher(html).replaceAll("")).doesNotContain("<").doesNotContain(">");
        assertThat(html).doesNotContainPattern("href=\"(?!/" + language.code() + "/)");
      } catch (InvalidContentException refused) {
        assertThat(refused).hasMessageMatching("(?s)page\\.md:\\d+: .+");
      }
    }
  }
}
