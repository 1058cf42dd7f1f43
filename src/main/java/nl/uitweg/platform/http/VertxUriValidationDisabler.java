package nl.uitweg.platform.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Leaves the syntax of addresses to {@link PathNormalizer}: the check of the framework stands
 * before every filter and answers with an empty page. It reads its switch when its class is loaded,
 * so this is set with the first configuration, the earliest place there is; set too late, the
 * framework refuses as before.
 */
public final class VertxUriValidationDisabler implements SmallRyeConfigBuilderCustomizer {

  @Override
  public void configBuilder(SmallRyeConfigBuilder builder) {
    System.setProperty("vertx.disableURIValidation", "true");
  }
}
