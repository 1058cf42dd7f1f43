package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.util.List;
import nl.uitweg.platform.i18n.Texts;

/** Prepares the content of the page of the administrator, in the caller's transaction. */
@Singleton
class AdministrationViews {

  private final HealthChecks healthChecks;
  private final MissingRecipients missingRecipients;
  private final KeysetRows keys;
  private final RetentionRows retention;
  private final TranslationStatus translations;
  private final Settings settings;
  private final Versions versions;

  AdministrationViews(
      HealthChecks healthChecks,
      MissingRecipients missingRecipients,
      KeysetRows keys,
      RetentionRows retention,
      TranslationStatus translations,
      Settings settings,
      Versions versions) {
    this.healthChecks = healthChecks;
    this.missingRecipients = missingRecipients;
    this.keys = keys;
    this.retention = retention;
    this.translations = translations;
    this.settings = settings;
    this.versions = versions;
  }

  /**
   * The content of the page.
   *
   * @param withoutMail names of the municipalities whose officers get no mail
   */
  record View(
      List<String> withoutMail,
      List<HealthChecks.Component> health,
      List<KeysetRows.Row> keys,
      List<RetentionRows.Row> retention,
      List<TranslationStatus.Row> translations,
      List<Settings.Setting> settings,
      List<Versions.Version> versions) {}

  View create(Texts texts) {
    return new View(
        missingRecipients.municipalities(),
        healthChecks.all(texts),
        keys.all(texts),
        retention.all(texts),
        translations.all(),
        settings.all(texts),
        versions.all());
  }
}
