package nl.uitweg.site.conversation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.uitweg.platform.http.FormTokenValidator;
import nl.uitweg.platform.sealing.FormSeal;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.platform.sealing.UnsealException;
import org.jspecify.annotations.Nullable;

/**
 * Seals the access that was derived from a receipt code into a token in the page. While the token
 * is valid, the reporter does not enter the code again, the slow derivation does not run again, and
 * the pages do not contain the code.
 */
@Singleton
class CodeTokens implements FormTokenValidator {

  static final Duration LIFETIME = Duration.ofHours(1);
  private static final String FIELD = "token";
  private static final String PURPOSE = "code-access";

  private final FormSeal seal;
  private final Clock clock;

  CodeTokens(FormSeal seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  String write(ReceiptDerivation.Access access) {
    return seal.sealIssued(PURPOSE, clock.instant(), access.toByteArray());
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
  Optional<ReceiptDerivation.Access> read(@Nullable String token) {
    if (token == null) {
      return Optional.empty();
    }
    return seal.openIssuedAfter(PURPOSE, clock.instant().minus(LIFETIME), token)
        .map(ReceiptDerivation.Access::of);
  }
}
