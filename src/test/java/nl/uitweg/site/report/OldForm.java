package nl.uitweg.site.report;

import io.quarkus.arc.Arc;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.uitweg.platform.sealing.FormSeal;
import nl.uitweg.platform.sealing.Receipts;

/** A form that has stood open for as long as it may, so that no test has to wait for it. */
public final class OldForm {

  private OldForm() {}

  /** The same form, as it would be in a page that was made two hours ago. */
  public static String of(String token) {
    FormState state = bean(FormTokens.class).read(token).orElseThrow();
    Clock then = Clock.fixed(Instant.now().minus(FormTokens.LIFE), ZoneOffset.UTC);
    return new FormTokens(bean(FormSeal.class), bean(Receipts.class), then).write(state);
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }
}
