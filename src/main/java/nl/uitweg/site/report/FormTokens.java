package nl.uitweg.site.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import nl.uitweg.platform.http.FormTokenValidator;
import nl.uitweg.platform.sealing.FormSeal;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.platform.sealing.UnsealException;
import org.jspecify.annotations.Nullable;

/**
 * Seals a {@link FormState} into the token in the page, and reads it back; this token expires after
 * {@link #LIFETIME}. Also seals the {@link Receipt} into the confirmation, for changing its
 * language and for {@link CodeDownloadResource}.
 */
@Singleton
class FormTokens implements FormTokenValidator {

  static final Duration LIFETIME = Duration.ofHours(2);

  /**
   * How long a form that was sent already, and a receipt, still show the code: time enough for a
   * reload, and too short for somebody who uses the browser later.
   */
  private static final Duration CODE_SHOWN_FOR = Duration.ofMinutes(30);

  /** Form field that contains the token of a {@link FormState}. */
  static final String FIELD = "state";

  private static final String PURPOSE = "report";
  private static final String RECEIPT_PURPOSE = "receipt";
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
    return seal(PURPOSE, new Token(clock.instant().getEpochSecond(), state));
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
    return unseal(PURPOSE, token, Token.class)
        .filter(unsealed -> isWithin(LIFETIME, unsealed.issued()))
        .map(Token::state);
  }

  /** Whether a token of {@link #write} is so new that a repeated form may show the code again. */
  boolean mayShowCode(@Nullable String token) {
    return unseal(PURPOSE, token, Token.class)
        .filter(unsealed -> isWithin(CODE_SHOWN_FOR, unsealed.issued()))
        .isPresent();
  }

  String writeReceipt(Receipt receipt) {
    return seal(RECEIPT_PURPOSE, receipt);
  }

  /** Reads a token of {@link #writeReceipt}, however old; empty when it is missing or forged. */
  Optional<Receipt> readReceipt(@Nullable String token) {
    return unseal(RECEIPT_PURPOSE, token, Receipt.class);
  }

  /** Whether this receipt may still be shown in another language. */
  boolean mayShow(Receipt receipt) {
    return isWithin(CODE_SHOWN_FOR, receipt.shownFrom());
  }

  private boolean isWithin(Duration duration, long from) {
    return clock.instant().isBefore(Instant.ofEpochSecond(from).plus(duration));
  }

  private String seal(String purpose, Object content) {
    try {
      return seal.seal(purpose, JSON.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          content.getClass().getSimpleName() + " cannot be written as JSON", e);
    }
  }

  private <T> Optional<T> unseal(String purpose, @Nullable String token, Class<T> type) {
    if (token == null || token.length() > MAX_TOKEN_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(seal.open(purpose, token), type));
    } catch (UnsealException | IOException e) {
      return Optional.empty();
    }
  }

  static byte[] seed(FormState state) {
    return Base64.getUrlDecoder().decode(state.seed());
  }
}
