package nl.uitweg.editing.po;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nl.uitweg.platform.file.InvalidContentException;

/**
 * Who speaks in a text, from {@code i18n/speakers.yaml}. A translator must know it: “you” and “I”
 * take another form in many languages when the reader speaks.
 *
 * @param entries the first that matches counts
 */
record Speakers(List<Entry> entries) {

  static final String MUNICIPALITY = "The municipality (“we”), to one reader (“you”)";

  private static final String FILE = "speakers.yaml";

  /**
   * Texts with the same speaker.
   *
   * @param texts regular expression for the whole context of a text
   * @param speaker who speaks, and to whom
   */
  record Entry(String texts, String speaker) {

    boolean matches(String context) {
      return Pattern.matches(texts, context);
    }
  }

  /**
   * Reads the speakers.
   *
   * @throws InvalidContentException naming the file and the reason when it cannot be read
   */
  static Speakers read(Path i18n) {
    try {
      return new Speakers(
          new YAMLMapper()
              .readValue(
                  Files.readString(i18n.resolve(FILE)), new TypeReference<List<Entry>>() {}));
    } catch (IOException e) {
      throw InvalidContentException.in("i18n/" + FILE, "cannot be read: " + e.getMessage());
    }
  }

  /** Who speaks in the text. */
  String of(String context) {
    return entries.stream()
        .filter(entry -> entry.matches(context))
        .map(Entry::speaker)
        .findFirst()
        .orElse(MUNICIPALITY);
  }
}
