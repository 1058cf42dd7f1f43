package nl.uitweg.report.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** A sign that a program sent a report instead of a person. Officers see it, visitors do not. */
public enum Doubt {
  /** The hidden form field (honeypot) was filled in. */
  HONEYPOT_FILLED("honeypot"),
  /** The form was sent faster than a person can read it. */
  SENT_TOO_FAST("too-fast"),
  /** A sign that this version does not know; the report was sealed by a newer version. */
  UNKNOWN("unknown");

  private final String key;

  Doubt(String key) {
    this.key = key;
  }

  /** The name in sealed reports, and part of the key of its text. */
  @JsonValue
  public String key() {
    return key;
  }

  /** The doubt with this key; {@link #UNKNOWN} when there is none. */
  @JsonCreator
  static Doubt of(String key) {
    return Stream.of(values()).filter(doubt -> doubt.key.equals(key)).findFirst().orElse(UNKNOWN);
  }
}
