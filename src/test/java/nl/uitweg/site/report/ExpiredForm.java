package nl.uitweg.site.report;

import io.quarkus.arc.Arc;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.uitweg.platform.sealing.FormSeal;
import nl.uitweg.platform.sealing.ReceiptDerivation;

/** Creates an expired token, so that no test has to wait until one expires. */
public final class ExpiredForm {

  private ExpiredForm() {}

  /** The same form in a token that has just expired. */
  public static String of(String token) {
    FormState state = bean(FormTokens.class).read(token).orElseThrow();
    Clock issuedAt = Clock.fixed(Instant.now().minus(FormTokens.LIFETIME), ZoneOffset.UTC);
    return new FormTokens(bean(FormSeal.class), bean(ReceiptDerivation.class), issuedAt)
        .write(state);
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }
}
