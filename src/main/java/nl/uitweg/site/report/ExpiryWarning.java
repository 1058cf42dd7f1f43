package nl.uitweg.site.report;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;

/**
 * Template extension: {@code expiry:warningMillis} is the time in milliseconds after which a page
 * of the form warns that its token is about to expire.
 */
@TemplateExtension(namespace = "expiry")
final class ExpiryWarning {

  private static final Duration LEAD = Duration.ofMinutes(10);

  private ExpiryWarning() {}

  static long warningMillis() {
    return FormTokens.LIFETIME.minus(LEAD).toMillis();
  }
}
