package nl.uitweg.report.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;

/**
 * Converts content to JSON before it is sealed, and back after it is opened. Unknown properties are
 * ignored, so that a replica of an earlier release can read what a newer one wrote.
 */
public final class ReportFormat {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ReportFormat() {}

  /**
   * Times outside this range were not written by this application; some cannot be formatted as a
   * date.
   */
  private static final Instant EARLIEST = Instant.EPOCH;

  private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");

  /**
   * Checks a time from sealed content, which may have been sealed by somebody else.
   *
   * @return the same time
   * @throws IllegalArgumentException when it is outside the plausible range
   * @throws NullPointerException when it is null
   */
  public static Instant requirePlausible(Instant moment) {
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw new IllegalArgumentException("Time outside the plausible range");
    }
    return moment;
  }

  /** Writes content that is to be sealed as JSON. */
  public static byte[] write(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The content cannot be written as JSON", e);
    }
  }

  /**
   * Reads content that {@link #write} wrote.
   *
   * @throws IllegalStateException when the JSON is not valid for the type
   */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      T value = JSON.readValue(json, type);
      if (value == null) {
        throw new IllegalStateException("The sealed content is empty");
      }
      return value;
    } catch (IOException e) {
      throw new IllegalStateException("The sealed content is not valid JSON for its type");
    }
  }
}
