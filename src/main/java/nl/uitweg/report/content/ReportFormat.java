package nl.uitweg.report.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;

/**
 * The JSON inside an envelope. Unknown fields are ignored, so that an older replica reads what a
 * newer one wrote.
 */
public final class ReportFormat {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ReportFormat() {}

  /** Moments outside these are none of ours, and some cannot be shown as a day. */
  private static final Instant EARLIEST = Instant.EPOCH;

  private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");

  /**
   * The same moment, which somebody else may have sealed.
   *
   * @throws IllegalArgumentException when nothing can have been sealed then
   * @throws NullPointerException when it is missing
   */
  public static Instant checked(Instant moment) {
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw new IllegalArgumentException("Nothing was sealed at this moment");
    }
    return moment;
  }

  public static byte[] write(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report cannot be written as JSON", e);
    }
  }

  /**
   * @throws IllegalStateException when it is not what {@link #write} made, whoever sealed it
   */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      T value = JSON.readValue(json, type);
      if (value == null) {
        throw new IllegalStateException("A report is empty");
      }
      return value;
    } catch (IOException e) {
      throw new IllegalStateException("A report is not the JSON we wrote");
    }
  }
}
