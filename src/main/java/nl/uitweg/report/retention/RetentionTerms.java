package nl.uitweg.report.retention;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.uitweg.region.Region;

/** How long the closed reports of each municipality are kept. */
@Singleton
class RetentionTerms {

  private final RetentionPeriods settings;
  private final Region region;

  RetentionTerms(RetentionPeriods settings, Region region) {
    this.settings = settings;
    this.region = region;
  }

  /**
   * The retention period of a municipality in days after closing: that of the settings, or else
   * that of {@code region.yaml}, or else the one for all municipalities.
   *
   * @param id id of the municipality
   */
  int daysFor(String id) {
    return Optional.ofNullable(settings.municipality().get(id))
        .or(() -> region.byId(id).flatMap(municipality -> municipality.deadlines().retention()))
        .orElse(settings.days());
  }

  /** The period of the municipalities without a period of their own. */
  int defaultDays() {
    return settings.days();
  }

  /** Ids of the municipalities with a period of their own. */
  Set<String> withOwnPeriod() {
    Set<String> ids = new TreeSet<>(settings.municipality().keySet());
    region.municipalities().stream()
        .filter(municipality -> municipality.deadlines().retention().isPresent())
        .map(Region.Municipality::id)
        .forEach(ids::add);
    return ids;
  }

  /** Number of days before the purge from which the desk shows a reminder. */
  int reminderDays() {
    return settings.reminderDays();
  }
}
