package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.util.List;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;

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
  private final Region region;

  AdministrationViews(
      HealthChecks healthChecks,
      MissingRecipients missingRecipients,
      KeysetRows keys,
      RetentionRows retention,
      TranslationStatus translations,
      Settings settings,
      Versions versions,
      Region region) {
    this.region = region;
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
   * @param matching text that says whether reports of different municipalities are compared
   */
  record View(
      List<String> withoutMail,
      List<HealthChecks.Component> health,
      List<KeysetRows.Row> keys,
      List<RetentionRows.Row> retention,
      List<TranslationStatus.Row> translations,
      List<Settings.Setting> settings,
      List<Versions.Version> versions,
      String matching) {}

  View create(Texts texts) {
    return new View(
        missingRecipients.municipalities(),
        healthChecks.all(texts),
        keys.all(texts),
        retention.all(texts),
        translations.all(),
        settings.all(texts),
        versions.all(),
        matching(region, texts));
  }

  /**
   * Whether reports of different municipalities are compared, under which agreement, or why not.
   */
  static String matching(Region region, Texts texts) {
    return region
        .matching()
        .map(
            matching ->
                texts.get(
                    "administration.matching-on",
                    matching.agreement(),
                    matching.legalBasis(),
                    Dates.day(matching.since(), texts.language())))
        .orElseGet(() -> texts.get("administration.matching-off"));
  }
}
