package nl.uitweg.site.conversation;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.uitweg.platform.http.FormTokenValidator;
import nl.uitweg.platform.sealing.FormSeal;
import nl.uitweg.platform.sealing.Receipt;
import nl.uitweg.platform.sealing.UnsealException;
import org.jspecify.annotations.Nullable;

/**
 * Seals the code into a token in the page, so that the reporter types it once and no page holds it
 * in plain text.
 */
@Singleton
class CodeTokens implements FormTokenValidator {

  static final Duration LIFETIME = Duration.ofHours(1);
  private static final String FIELD = "token";
  private static final String PURPOSE = "code";

  private final FormSeal seal;
  private final Clock clock;

  CodeTokens(FormSeal seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  String write(Receipt receipt) {
    String content = clock.instant().getEpochSecond() + " " + receipt.digits();
    return seal.seal(PURPOSE, content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isIssued(String field, String value) {
    if (!field.equals(FIELD)) {
      return false;
    }
    try {
      seal.open(PURPOSE, value);
      return true;
    } catch (UnsealException forged) {
      return false;
    }
  }

  /** Reads a token; empty when it is missing, forged or older than {@link #LIFETIME}. */
  Optional<Receipt> read(@Nullable String token) {
    if (token == null) {
      return Optional.empty();
    }
    try {
      String content = new String(seal.open(PURPOSE, token), StandardCharsets.UTF_8);
      int space = content.indexOf(' ');
      Instant issued = Instant.ofEpochSecond(Long.parseLong(content.substring(0, space)));
      return clock.instant().isBefore(issued.plus(LIFETIME))
          ? Receipt.parse(content.substring(space + 1))
          : Optional.empty();
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }
}
