package nl.uitweg.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.PackagedFolder;
import nl.uitweg.platform.i18n.Texts;

/**
 * The labels that officers may put on a report, read from {@code content/labels.yaml}. On a report
 * they are stored as blind indexes ({@link nl.uitweg.report.indexing.Facets#LABEL}).
 *
 * @param keys in the order in which they are shown
 */
public record Labels(List<String> keys) {

  private static final ObjectMapper YAML = new YAMLMapper();

  public Labels {
    keys = List.copyOf(keys);
  }

  /**
   * @param content the folder {@code content}
   * @throws IllegalStateException when the file is not a list of strings
   * @throws UncheckedIOException when the file cannot be read
   */
  static Labels read(Path content) {
    try {
      String[] keys =
          YAML.readValue(Files.readString(content.resolve("labels.yaml")), String[].class);
      return new Labels(List.of(keys));
    } catch (JsonProcessingException | NullPointerException e) {
      throw new IllegalStateException("content/labels.yaml is not a list of strings", e);
    } catch (IOException e) {
      throw new UncheckedIOException("content/labels.yaml cannot be read", e);
    }
  }

  /** The display text of a label. */
  public static String text(String key, Texts texts) {
    return texts.get("handling.label." + key);
  }

  /** Reads the labels once, and stops start-up when a label has no Dutch text in {@code i18n/}. */
  @ApplicationScoped
  static class Reader {

    @Produces
    @Singleton
    Labels labels() {
      return PackagedFolder.read("content", Labels::read);
    }

    void check(@Observes StartupEvent start, Labels labels, Bundles bundles) {
      for (String key : labels.keys()) {
        if (!bundles.in(Language.DUTCH).has("handling.label." + key)) {
          throw new IllegalStateException(
              "content/labels.yaml: label "
                  + key
                  + " has no text; add the key label."
                  + key
                  + " to i18n/desk/handling");
        }
      }
    }
  }
}
