package nl.uitweg.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

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
