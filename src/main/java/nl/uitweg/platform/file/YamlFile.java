package nl.uitweg.platform.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a YAML file into records. Unknown keys, missing values and wrong types are rejected with an
 * {@link InvalidContentException} that names the line.
 */
public final class YamlFile {

  private static final ObjectMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                  .build())
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @param content the folder {@code content}
   * @param name name of the file in that folder
   * @throws InvalidContentException with the file, the line if it is known, and the reason
   */
  public static <T> T read(Path content, String name, Class<T> type) {
    return readFile(content.resolve(name), "content/" + name, type);
  }

  /**
   * Reads a file outside the folder {@code content}.
   *
   * @param file name of the file for messages
   * @throws InvalidContentException with the file, the line if it is known, and the reason
   */
  public static <T> T readFile(Path path, String file, Class<T> type) {
    String text;
    try {
      text = Files.readString(path);
    } catch (NoSuchFileException e) {
      throw InvalidContentException.in(file, "is missing");
    } catch (IOException e) {
      throw InvalidContentException.in(file, "cannot be read as UTF-8 text");
    }
    return parse(file, 0, text, type);
  }

  /**
   * @param linesBefore number of lines in the file before this text; added to the line number in
   *     messages
   */
  static <T> T parse(String file, int linesBefore, String yaml, Class<T> type) {
    try {
      T value = MAPPER.readValue(yaml, type);
      if (value == null) {
        throw InvalidContentException.in(file, "is empty");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw InvalidContentException.at(file, linesBefore + line(yaml, e), reason(e));
    }
  }

  /**
   * Line of the mistake. For an unknown key Jackson reports the end of the record; this method
   * finds the line of the key itself.
   */
  private static int line(String yaml, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    int reported = at == null ? 1 : Math.max(1, at.getLineNr());
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> lines = yaml.lines().toList();
      for (int i = Math.min(reported, lines.size()); i >= 1; i--) {
        if (lines.get(i - 1).contains(unknown.getPropertyName() + ":")) {
          return i;
        }
      }
    }
    return reported;
  }

  private static String reason(JsonProcessingException e) {
    Throwable cause = e.getCause();
    String message =
        cause instanceof IllegalArgumentException || cause instanceof NullPointerException
            ? cause.getMessage()
            : e.getOriginalMessage();
    return message == null ? "cannot be read" : message.lines().findFirst().orElse("").strip();
  }
}
