package nl.uitweg.platform.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Disables the URI validation of Vert.x, because {@link PathNormalizer} validates addresses itself:
 * Vert.x validates before every filter and answers with an empty page. Vert.x reads the system
 * property when its class is loaded, so it is set by the first configuration that is built, the
 * earliest hook. Set too late, it has no effect and Vert.x rejects invalid addresses as before.
 */
public final class VertxUriValidationDisabler implements SmallRyeConfigBuilderCustomizer {

  @Override
  public void configBuilder(SmallRyeConfigBuilder builder) {
    System.setProperty("vertx.disableURIValidation", "true");
  }
}
