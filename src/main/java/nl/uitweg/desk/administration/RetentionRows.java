package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.util.List;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;
import nl.uitweg.report.retention.PurgeForecast;

/** Prepares the table of closed reports per municipality, without showing a report. */
@Singleton
class RetentionRows {

  private final PurgeForecast forecasts;
  private final Region region;

  RetentionRows(PurgeForecast forecasts, Region region) {
    this.forecasts = forecasts;
    this.region = region;
  }

  /**
   * How many closed reports of one municipality will be purged, and when.
   *
   * @param days retention period in days
   * @param due number of reports that the next run purges
   * @param within30Days number of reports due within 30 days, without those due now
   * @param later number of reports due after that
   * @param postponed number of reports kept longer than the retention period
   * @param firstPurgeOn the first day on which a report is due; empty when no report is closed
   */
  record Row(
      String municipality,
      int days,
      long due,
      long within30Days,
      long later,
      long postponed,
      String firstPurgeOn) {}

  /** One row for each municipality. */
  List<Row> all(Texts texts) {
    return forecasts.of(region.ids()).stream().map(forecast -> row(forecast, texts)).toList();
  }

  private Row row(PurgeForecast.Forecast forecast, Texts texts) {
    String id = forecast.municipality();
    return new Row(
        region.byId(id).map(Region.Municipality::name).orElse(id),
        forecast.days(),
        forecast.due(),
        forecast.within30Days(),
        forecast.later(),
        forecast.postponed(),
        forecast.firstDay().map(day -> Dates.day(day, texts.language())).orElse(""));
  }
}
