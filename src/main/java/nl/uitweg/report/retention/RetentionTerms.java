package nl.uitweg.report.retention;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.uitweg.region.Region;
import nl.uitweg.report.Report;

/** How long the closed reports of each municipality are kept. */
@Singleton
class RetentionTerms {

  /** Days after closing until a withdrawn report is purged: time to undo a mistake. */
  static final int WITHDRAWN_DAYS = 1;

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

  /**
   * The day on which a closed report is purged when nobody postpones that.
   *
   * @param municipality id of the municipality
   * @param withdrawn whether the reporter withdrew the report and no officer reopened it
   */
  LocalDate regularDay(String municipality, LocalDate closedOn, boolean withdrawn) {
    return closedOn.plusDays(withdrawn ? WITHDRAWN_DAYS : daysFor(municipality));
  }

  /**
   * Until when a report is kept.
   *
   * @param dossier what the reports of its dossier need; empty when it is in none
   */
  Retention retention(Report report, Optional<ReportPurgeStore.DossierRetention> dossier) {
    if (report.closedOn().isEmpty() || report.municipality().isEmpty()) {
      return Retention.OPEN;
    }
    String municipality = report.municipality().get();
    Optional<LocalDate> own =
        Optional.of(
            latest(
                regularDay(municipality, report.closedOn().get(), report.withdrawn()),
                report.keepUntil()));
    if (report.withdrawn() || dossier.isEmpty()) {
      return new Retention(own, own);
    }
    if (dossier.get().hasOpen()) {
      return new Retention(own, Optional.empty());
    }
    Optional<LocalDate> ofDossier =
        Optional.ofNullable(dossier.get().closedOn())
            .map(closedOn -> regularDay(municipality, closedOn, false))
            .map(day -> latest(day, Optional.ofNullable(dossier.get().keepUntil())));
    return new Retention(own, own.map(day -> latest(day, ofDossier)));
  }

  private static LocalDate latest(LocalDate day, Optional<LocalDate> other) {
    return other.filter(later -> later.isAfter(day)).orElse(day);
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
