package nl.uitweg.platform.file;

import static nl.uitweg.platform.file.Preconditions.requirePresent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.TextParameters;

/**
 * A Markdown file with YAML front matter: a head between two lines of {@code ---}.
 *
 * @param file name of the file, for error messages
 * @param headLines number of lines before the body
 */
public record MarkdownFile(String file, Head head, String body, int headLines) {

  /**
   * The front matter.
   *
   * @param translatedFrom in a translation, the fingerprint of the Dutch text it was made from
   */
  public record Head(
      String title,
      String description,
      String answer,
      @JsonProperty("of") Optional<String> translatedFrom) {
    public Head {
      requirePresent(title, "title");
      requirePresent(description, "description");
      requirePresent(answer, "answer");
    }
  }

  /**
   * @param content the folder {@code content}
   * @throws InvalidContentException when the file is missing or its head is invalid
   */
  public static MarkdownFile read(Path content, Language language, String slug) {
    String file = fileName(language, slug);
    String text;
    try {
      text = Files.readString(content.resolve(language.code()).resolve(slug + ".md"));
    } catch (IOException e) {
      throw InvalidContentException.in(file, "cannot be read; content/pages.yaml lists this page");
    }
    return parse(file, text);
  }

  /**
   * @param file name of the file, for error messages
   * @throws InvalidContentException when the head is missing or invalid
   */
  public static MarkdownFile parse(String file, String text) {
    String[] parts = text.split("(?m)^---[ \\t]*$\\n?", 3);
    if (parts.length < 3 || !parts[0].isBlank()) {
      throw InvalidContentException.at(file, 1, "expected a head between two lines of ---");
    }
    Head head = YamlFile.parse(file, 1, parts[1], Head.class);
    int headLines = (int) parts[1].lines().count() + 2;
    return new MarkdownFile(file, head, parts[2], headLines);
  }

  /**
   * The page with its named parameters filled in; the fingerprint of a page is that of the text
   * before.
   *
   * @throws InvalidContentException when a parameter is unknown or invalid
   */
  public MarkdownFile filled(TextParameters parameters, Language language) {
    try {
      return new MarkdownFile(
          file,
          new Head(
              parameters.fill(head.title, language),
              parameters.fill(head.description, language),
              parameters.fill(head.answer, language),
              head.translatedFrom),
          parameters.fill(body, language),
          headLines);
    } catch (IllegalArgumentException e) {
      throw InvalidContentException.in(file, String.valueOf(e.getMessage()));
    }
  }

  private static String fileName(Language language, String slug) {
    return "content/" + language.code() + "/" + slug + ".md";
  }

  public static boolean exists(Path content, Language language, String slug) {
    return Files.exists(content.resolve(language.code()).resolve(slug + ".md"));
  }

  /** Fingerprint of everything that is translated: head and body. */
  public String fingerprint() {
    return Fingerprint.of(head.title + "\n" + head.description + "\n" + head.answer + "\n" + body);
  }
}
