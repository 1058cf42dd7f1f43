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
 * The labels that officers may put on a report, from {@code content/labels.yaml}; on a report they
 * are blind indexes ({@link nl.uitweg.report.Facets#LABEL}).
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
   * @throws IllegalStateException with file and reason
   */
  static Labels read(Path content) {
    try {
      String[] keys =
          YAML.readValue(Files.readString(content.resolve("labels.yaml")), String[].class);
      return new Labels(List.of(keys));
    } catch (JsonProcessingException | NullPointerException e) {
      throw new IllegalStateException("content/labels.yaml: a list of words is expected", e);
    } catch (IOException e) {
      throw new UncheckedIOException("content/labels.yaml cannot be read", e);
    }
  }

  /** What a label is called. */
  public static String text(String key, Texts texts) {
    return texts.get("handling.label." + key);
  }

  /** Reads them once, and stops start-up at a label without words. */
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
              "content/labels.yaml: "
                  + key
                  + " has no words; add label."
                  + key
                  + " to i18n/desk/handling");
        }
      }
    }
  }
}
