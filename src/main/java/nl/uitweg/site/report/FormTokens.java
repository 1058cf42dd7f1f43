package nl.uitweg.site.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import nl.uitweg.platform.http.FormTokenValidator;
import nl.uitweg.platform.sealing.FormSeal;
import nl.uitweg.platform.sealing.Receipt;
import nl.uitweg.platform.sealing.Receipts;
import nl.uitweg.platform.sealing.UnsealException;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link FormState} into the sealed text in the page, and back; two hours after it was made
 * it no longer opens.
 */
@Singleton
class FormTokens implements FormTokenValidator {

  static final Duration LIFE = Duration.ofHours(2);
  private static final String FIELD = "state";
  private static final String PURPOSE = "report";
  private static final String CODE_PURPOSE = "code-note";
  private static final int MAX_LENGTH = 128 * 1024;

  /** A replica of the version before reads the forms of a newer one. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final FormSeal seal;
  private final Receipts receipts;
  private final Clock clock;

  FormTokens(FormSeal seal, Receipts receipts, Clock clock) {
    this.seal = seal;
    this.receipts = receipts;
    this.clock = clock;
  }

  /**
   * @param issued seconds since 1970
   */
  record Token(long issued, FormState state) {}

  FormState newForm() {
    return FormState.start(
        Base64.getUrlEncoder().withoutPadding().encodeToString(receipts.newSeed()),
        clock.instant());
  }

  String write(FormState state) {
    try {
      return seal.seal(
          PURPOSE, JSON.writeValueAsBytes(new Token(clock.instant().getEpochSecond(), state)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A form cannot be written as JSON", e);
    }
  }

  @Override
  public boolean isIssued(String field, String value) {
    if (!field.equals(FIELD) || value.length() > MAX_LENGTH) {
      return false;
    }
    try {
      seal.open(PURPOSE, value);
      return true;
    } catch (UnsealException forged) {
      return false;
    }
  }

  /** Empty when the token is missing, forged, too long or too old. */
  Optional<FormState> read(@Nullable String token) {
    if (token == null || token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      Token opened = JSON.readValue(seal.open(PURPOSE, token), Token.class);
      Instant issued = Instant.ofEpochSecond(opened.issued());
      boolean fresh = clock.instant().isBefore(issued.plus(LIFE));
      return fresh ? Optional.of(opened.state()) : Optional.empty();
    } catch (UnsealException | IOException e) {
      return Optional.empty();
    }
  }

  /** Carries the code in the page that shows it, for the button that saves it. */
  String writeCode(Receipt receipt) {
    return seal.seal(CODE_PURPOSE, receipt.digits().getBytes(StandardCharsets.US_ASCII));
  }

  /** Empty when the token is missing or forged. */
  Optional<Receipt> readCode(@Nullable String token) {
    if (token == null) {
      return Optional.empty();
    }
    try {
      return Receipt.parse(new String(seal.open(CODE_PURPOSE, token), StandardCharsets.US_ASCII));
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }

  static byte[] seed(FormState state) {
    return Base64.getUrlDecoder().decode(state.seed());
  }
}
