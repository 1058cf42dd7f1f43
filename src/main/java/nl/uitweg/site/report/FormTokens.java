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
import nl.uitweg.platform.sealing.ReceiptCode;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.platform.sealing.UnsealException;
import org.jspecify.annotations.Nullable;

/**
 * Seals a {@link FormState} into the token in the page, and reads it back; this token expires after
 * {@link #LIFETIME}. Also seals the code for {@link CodeDownloadResource}; that token does not
 * expire.
 */
@Singleton
class FormTokens implements FormTokenValidator {

  static final Duration LIFETIME = Duration.ofHours(2);

  /** Form field that contains the token of a {@link FormState}. */
  static final String FIELD = "state";

  private static final String PURPOSE = "report";
  private static final String CODE_PURPOSE = "code-note";
  private static final int MAX_TOKEN_LENGTH = 128 * 1024;

  /** Ignores unknown properties, so that replicas of the previous version can read newer tokens. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final FormSeal seal;
  private final ReceiptDerivation receiptDerivation;
  private final Clock clock;

  FormTokens(FormSeal seal, ReceiptDerivation receiptDerivation, Clock clock) {
    this.seal = seal;
    this.receiptDerivation = receiptDerivation;
    this.clock = clock;
  }

  /**
   * @param issued when the token was made, in seconds since the Unix epoch
   */
  record Token(long issued, FormState state) {}

  /** A new form with a random seed. */
  FormState newForm() {
    return FormState.start(
        Base64.getUrlEncoder().withoutPadding().encodeToString(receiptDerivation.newSeed()),
        clock.instant());
  }

  String write(FormState state) {
    try {
      return seal.seal(
          PURPOSE, JSON.writeValueAsBytes(new Token(clock.instant().getEpochSecond(), state)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The state of the form cannot be written as JSON", e);
    }
  }

  @Override
  public boolean isIssued(String field, String value) {
    if (!field.equals(FIELD) || value.length() > MAX_TOKEN_LENGTH) {
      return false;
    }
    try {
      seal.open(PURPOSE, value);
      return true;
    } catch (UnsealException forged) {
      return false;
    }
  }

  /** Reads a token; empty when it is missing, forged, too long or expired. */
  Optional<FormState> read(@Nullable String token) {
    if (token == null || token.length() > MAX_TOKEN_LENGTH) {
      return Optional.empty();
    }
    try {
      Token unsealed = JSON.readValue(seal.open(PURPOSE, token), Token.class);
      Instant issued = Instant.ofEpochSecond(unsealed.issued());
      boolean valid = clock.instant().isBefore(issued.plus(LIFETIME));
      return valid ? Optional.of(unsealed.state()) : Optional.empty();
    } catch (UnsealException | IOException e) {
      return Optional.empty();
    }
  }

  /** Seals the code for the button that saves it as a file; see {@link CodeDownloadResource}. */
  String writeCode(ReceiptCode code) {
    return seal.seal(CODE_PURPOSE, code.digits().getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads a token of {@link #writeCode}; empty when it is missing or forged. */
  Optional<ReceiptCode> readCode(@Nullable String token) {
    if (token == null) {
      return Optional.empty();
    }
    try {
      return ReceiptCode.parse(
          new String(seal.open(CODE_PURPOSE, token), StandardCharsets.US_ASCII));
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }

  static byte[] seed(FormState state) {
    return Base64.getUrlDecoder().decode(state.seed());
  }
}
