package nl.uitweg.region;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The municipalities that this installation works for, from {@code content/region.yaml}.
 *
 * @param name how the region calls itself
 */
public record Region(String name, List<Municipality> municipalities) {

  private static final ObjectMapper YAML = new YAMLMapper();

  public Region {
    if (name == null || municipalities == null || municipalities.isEmpty()) {
      throw new IllegalArgumentException("'name' and at least one of 'municipalities' are needed");
    }
    municipalities = List.copyOf(municipalities);
  }

  /**
   * @param id as in the groups of the login provider and the names of keysets
   * @param postcodes ranges of four digits, for example {@code 2101-2106} or {@code 2116}
   * @param terms how soon something must happen; those of {@link Terms#usual} when left out
   */
  public record Municipality(
      String id, String name, List<String> postcodes, List<String> places, Terms terms) {
    public Municipality {
      if (id == null || !id.matches("[a-z][a-z-]*") || name == null) {
        throw new IllegalArgumentException("a municipality needs 'id' (a-z and -) and 'name'");
      }
      postcodes = postcodes == null ? List.of() : List.copyOf(postcodes);
      places = places == null ? List.of() : List.copyOf(places);
      terms = terms == null ? Terms.usual() : terms;
    }
  }

  /**
   * @param firstReading working days after the day of receipt in which a report must be read
   */
  public record Terms(@JsonProperty("first-reading") int firstReading) {

    private static final int MOST = 30;

    public Terms {
      if (firstReading < 0 || firstReading > MOST) {
        throw new IllegalArgumentException("'first-reading' is a number of days from 0 to " + MOST);
      }
    }

    static Terms usual() {
      return new Terms(1);
    }
  }

  /**
   * @param content the folder {@code content}
   * @throws IllegalStateException with file, line and reason
   */
  public static Region read(Path content) {
    try {
      return YAML.readValue(Files.readString(content.resolve("region.yaml")), Region.class);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new IllegalStateException(
          "content/region.yaml:" + line + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("content/region.yaml cannot be read", e);
    }
  }

  public Optional<Municipality> byId(String id) {
    return municipalities.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  public List<String> ids() {
    return municipalities.stream().map(Municipality::id).toList();
  }
}
