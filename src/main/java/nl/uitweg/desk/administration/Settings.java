package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Texts;
import org.eclipse.microprofile.config.Config;

/**
 * The settings that the administrator sees. Only the settings in two fixed lists are read, so that
 * a secret setting that is added later is not shown by mistake.
 */
@Singleton
class Settings {

  private static final List<String> VALUE_SHOWN =
      List.of(
          "portal.tier",
          "portal.demo",
          "portal.public-url",
          "portal.content.directory",
          "portal.region.directory",
          "portal.i18n.directory",
          "portal.keys.directory",
          "portal.keys.private-directory",
          "portal.retention.days",
          "portal.retention.reminder-days",
          "portal.attachments.clamd",
          "portal.attachments.scan-timeout",
          "portal.attachments.at-once",
          "portal.attachments.per-report",
          "portal.attachments.size",
          "portal.images.memory",
          "portal.images.processor-time",
          "portal.images.processor-time-per-submission",
          "portal.images.elapsed-time",
          "portal.images.queue-timeout",
          "portal.images.idle-timeout",
          "portal.abuse.wrong-codes",
          "portal.abuse.onion-wrong-codes",
          "portal.abuse.wrong-codes-per",
          "portal.abuse.reports",
          "portal.abuse.reports-per",
          "portal.abuse.all-reports",
          "portal.abuse.all-reports-per",
          "portal.abuse.maximum-delay",
          "portal.abuse.minimum-form-age",
          "portal.abuse.maximum-delayed",
          "portal.abuse.image-time",
          "portal.abuse.onion-image-time",
          "portal.abuse.image-time-per",
          "quarkus.datasource.username",
          "quarkus.oidc.client-id",
          "quarkus.mailer.host",
          "quarkus.mailer.port",
          "quarkus.mailer.from");

  /**
   * Settings of which the page shows only whether they are set: secrets, and addresses that may
   * contain credentials.
   */
  private static final List<String> VALUE_HIDDEN =
      List.of(
          "quarkus.datasource.jdbc.url",
          "quarkus.datasource.password",
          "quarkus.oidc.auth-server-url",
          "quarkus.oidc.credentials.secret",
          "quarkus.mailer.username",
          "quarkus.mailer.password");

  private final Config config;

  Settings(Config config) {
    this.config = config;
  }

  /**
   * @param value the value, or a text that says whether there is one
   * @param translated whether {@code value} is a translated text instead of the value of the
   *     setting
   */
  record Setting(String name, String value, boolean translated) {}

  List<Setting> all(Texts texts) {
    List<Setting> shown =
        VALUE_SHOWN.stream()
            .map(
                name ->
                    value(name)
                        .map(value -> new Setting(name, value, false))
                        .orElseGet(
                            () -> new Setting(name, texts.get("administration.not-set"), true)))
            .toList();
    List<Setting> hidden =
        VALUE_HIDDEN.stream()
            .map(
                name ->
                    new Setting(
                        name,
                        texts.get(
                            value(name).isPresent()
                                ? "administration.set"
                                : "administration.not-set"),
                        true))
            .toList();
    return Stream.concat(shown.stream(), hidden.stream()).toList();
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }
}
