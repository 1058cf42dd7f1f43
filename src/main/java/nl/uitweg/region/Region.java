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
 * @param name display name of the region
 */
public record Region(String name, List<Municipality> municipalities) {

  private static final ObjectMapper YAML = new YAMLMapper();

  public Region {
    if (name == null || municipalities == null || municipalities.isEmpty()) {
      throw new IllegalArgumentException(
          "'name' and at least one entry in 'municipalities' are required");
    }
    municipalities = List.copyOf(municipalities);
  }

  /**
   * A municipality of the region.
   *
   * @param id identifier used in the groups of the login provider and in the names of keysets
   * @param postcodes ranges of four digits, for example {@code 2101-2106} or {@code 2116}
   * @param deadlines {@link Deadlines#defaults} when left out
   */
  public record Municipality(
      String id, String name, List<String> postcodes, List<String> places, Deadlines deadlines) {
    public Municipality {
      if (id == null || !id.matches("[a-z][a-z-]*") || name == null) {
        throw new IllegalArgumentException("a municipality needs 'id' (a-z and -) and 'name'");
      }
      postcodes = postcodes == null ? List.of() : List.copyOf(postcodes);
      places = places == null ? List.of() : List.copyOf(places);
      deadlines = deadlines == null ? Deadlines.defaults() : deadlines;
    }
  }

  /**
   * Deadlines of a municipality.
   *
   * @param firstReading working days after the day of receipt within which a report must be read
   */
  public record Deadlines(@JsonProperty("first-reading") int firstReading) {

    private static final int MAX_WORKING_DAYS = 30;

    public Deadlines {
      if (firstReading < 0 || firstReading > MAX_WORKING_DAYS) {
        throw new IllegalArgumentException(
            "'first-reading' must be a number of working days from 0 to " + MAX_WORKING_DAYS);
      }
    }

    static Deadlines defaults() {
      return new Deadlines(1);
    }
  }

  /**
   * Reads {@code region.yaml}.
   *
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
    return municipalities.stream().filter(municipality -> municipality.id().equals(id)).findFirst();
  }

  public List<String> ids() {
    return municipalities.stream().map(Municipality::id).toList();
  }
}
