package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Templates stay small, and escape everything. Rendered Markdown ({@code content.RenderedMarkdown})
 * and nested templates have types of their own, which Qute writes without escaping; neither needs
 * {@code raw}.
 */
class TemplateRulesTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path CODE = Path.of("src/main/java");

  private static final int MAX_LINES = 60;
  private static final int MAX_LINE_LENGTH = 160;

  /** Writes JSON into a script element, where HTML escapes would be part of the data. */
  private static final String JSON_TEMPLATE = "site/directory/structuredData.html";

  private static final Pattern RAW =
      Pattern.compile("\\{raw\\b|\\.(raw|safe)(?![\\w-])|\\[\\s*['\"](raw|safe)");

  /** Ways in which code makes a template write text without escaping it. */
  private static final Pattern UNESCAPED =
      Pattern.compile("\\bRawString\\b|\\bResultMapper\\b|[eE]ngine\\.parse\\(|\\bQute\\.fmt\\(");

  @Test
  void everyTemplateKeepsTheRules() throws IOException {
    assertThat(files(TEMPLATES, ""))
        .filteredOn(Files::isRegularFile)
        .allMatch(file -> file.toString().endsWith(".html"));
    List<Path> templates = files(TEMPLATES, ".html");
    assertThat(templates).hasSizeGreaterThan(60);
    assertThat(templates)
        .flatExtracting(file -> violations(TEMPLATES.relativize(file).toString(), read(file)))
        .isEmpty();
  }

  @Test
  void jsonTemplateUsesRaw() {
    assertThat(read(TEMPLATES.resolve(JSON_TEMPLATE))).containsPattern(RAW);
  }

  @Test
  void detectsRawOutput() {
    assertThat(violations("desk/a.html", "<p>{text.raw}</p>\n")).hasSize(1);
    assertThat(violations("desk/a.html", "<p>{raw text}</p>\n")).hasSize(1);
    assertThat(violations("desk/a.html", "<p>{text.safe}</p>\n")).hasSize(1);
    assertThat(violations("desk/a.html", "<p>{text['raw']}</p>\n")).hasSize(1);
    assertThat(violations(JSON_TEMPLATE, "<script>{json.raw}</script>\n")).isEmpty();
    assertThat(violations("desk/a.html", "<p>{texts.get('code.withdraw')}</p>\n")).isEmpty();
  }

  @Test
  void detectsALongTemplateAndALongLine() {
    assertThat(violations("desk/a.html", "<p>\n".repeat(MAX_LINES))).isEmpty();
    assertThat(violations("desk/a.html", "<p>\n".repeat(MAX_LINES + 1)))
        .containsExactly("desk/a.html has 61 lines");
    assertThat(violations("desk/a.html", "x".repeat(MAX_LINE_LENGTH))).isEmpty();
    assertThat(violations("desk/a.html", "x".repeat(MAX_LINE_LENGTH + 1)))
        .containsExactly("desk/a.html:1 has 161 characters");
  }

  @Test
  void onlyTwoClassesWriteWithoutEscaping() throws IOException {
    assertThat(files(CODE, ".java"))
        .filteredOn(file -> writesWithoutEscaping(read(file)))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder("NestedTemplates.java", "RenderedMarkdown.java");
  }

  @Test
  void detectsCodeThatWritesWithoutEscaping() {
    assertThat(writesWithoutEscaping("return new RawString(html);")).isTrue();
    assertThat(writesWithoutEscaping("class A implements ResultMapper {")).isTrue();
    assertThat(writesWithoutEscaping("engine.parse(text).render()")).isTrue();
    assertThat(writesWithoutEscaping("Qute.fmt(text)")).isTrue();
  }

  private static boolean writesWithoutEscaping(String code) {
    return UNESCAPED.matcher(code).find();
  }

  private static List<String> violations(String name, String template) {
    List<String> violations = new ArrayList<>();
    List<String> lines = template.lines().toList();
    if (lines.size() > MAX_LINES) {
      violations.add(name + " has " + lines.size() + " lines");
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.length() > MAX_LINE_LENGTH) {
        violations.add(name + ":" + (i + 1) + " has " + line.length() + " characters");
      }
      if (RAW.matcher(line).find() && !name.equals(JSON_TEMPLATE)) {
        violations.add(name + ":" + (i + 1) + " writes text without escaping it");
      }
    }
    return violations;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
