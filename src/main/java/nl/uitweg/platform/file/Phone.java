package nl.uitweg.platform.file;

import static nl.uitweg.platform.file.Preconditions.requirePresent;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A telephone number.
 *
 * @param displayNumber the number as people write it
 * @param dial the number for a {@code tel:} link, with the country code if it needs one
 * @param cost what a call costs: free, normal (the normal rate), paid (extra costs) or unknown
 */
public record Phone(
    @JsonProperty("shown") String displayNumber,
    String dial,
    String cost,
    Source.Confidence confidence) {
  public Phone {
    requirePresent(displayNumber, "phone.shown");
    requirePresent(dial, "phone.dial");
    requireNumber(displayNumber, "phone.shown");
    requireNumber(dial, "phone.dial");
    requirePresent(cost, "phone.cost");
    requirePresent(confidence, "phone.confidence");
  }

  private static void requireNumber(String text, String field) {
    if (!text.matches("[+0-9][-0-9 ]*")) {
      throw new IllegalArgumentException(field + " is not a telephone number: " + text);
    }
  }
}
