package nl.uitweg.desk.statistics;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.uitweg.desk.statistics.count.Dimension;
import nl.uitweg.desk.statistics.count.Period;
import nl.uitweg.desk.statistics.count.SafeTable;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.Recipient;
import nl.uitweg.region.Region;

/**
 * Creates the charts of a period, with labels in the language of the reader, for the page and the
 * half-year report.
 */
@Singleton
class ChartFactory {

  private final Region region;

  ChartFactory(Region region) {
    this.region = region;
  }

  /**
   * @param halfYears the figures of each half-year, oldest first
   * @param municipality id of a municipality; empty for the region
   */
  List<Chart> of(
      List<Map<Dimension, SafeTable>> halfYears, Optional<String> municipality, Texts texts) {
    List<Chart> charts = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      List<SafeTable> tables =
          halfYears.stream().map(halfYear -> table(halfYear, dimension)).toList();
      Period period =
          municipality.map(id -> Period.ofRow(tables, id)).orElseGet(() -> Period.ofRegion(tables));
      charts.add(
          chart(dimension.key(), period, category -> label(dimension, category, texts), texts));
      if (dimension == Dimension.MONTH && municipality.isEmpty()) {
        charts.add(
            chart("municipality", Period.ofMunicipalities(tables), this::municipalityName, texts));
      }
    }
    return charts;
  }

  private static SafeTable table(Map<Dimension, SafeTable> halfYear, Dimension dimension) {
    return halfYear.getOrDefault(dimension, SafeTable.empty(List.of(), List.of()));
  }

  private static Chart chart(String key, Period period, UnaryOperator<String> label, Texts texts) {
    List<Chart.Line> lines =
        period.lines().stream()
            .map(line -> new Chart.Line(label.apply(line.category()), line.number()))
            .toList();
    List<Chart.Bar> bars = Chart.bars(lines, texts.get("figures.hidden"));
    String description =
        bars.stream()
            .map(bar -> bar.label() + ": " + bar.number())
            .collect(Collectors.joining(", "));
    return new Chart(
        "figures-" + key,
        texts.get("figures." + key),
        description,
        bars,
        Chart.height(bars),
        period.total().isPresent()
            ? Long.toString(period.total().getAsLong())
            : texts.get("figures.hidden"),
        period.hiddenSum().isPresent() ? Long.toString(period.hiddenSum().getAsLong()) : "");
  }

  private String municipalityName(String id) {
    return region.byId(id).map(Region.Municipality::name).orElse(id);
  }

  private static String label(Dimension dimension, String category, Texts texts) {
    Locale locale = Locale.forLanguageTag(texts.language().code());
    return switch (dimension) {
      case MONTH -> Dates.month(YearMonth.parse(category), texts.language());
      case LANGUAGE ->
          category.equals(Dimension.UNKNOWN)
              ? ownText(dimension, category, texts)
              : Locale.forLanguageTag(category).getDisplayName(locale);
      case FORM -> text("indicators.form." + category, dimension, category, texts);
      case OUTCOME -> text("desk.outcome." + category, dimension, category, texts);
      case RECIPIENT ->
          category.equals(Recipient.MUNICIPALITY.key())
              ? texts.get("referral.to.other-municipality")
              : text("referral.to." + category, dimension, category, texts);
      case STATE, SOURCE, READING, CLOSING -> ownText(dimension, category, texts);
    };
  }

  /** The text with this key, or the category's own text when there is none. */
  private static String text(String key, Dimension dimension, String category, Texts texts) {
    return texts.has(key) ? texts.get(key) : ownText(dimension, category, texts);
  }

  private static String ownText(Dimension dimension, String category, Texts texts) {
    return texts.get("figures." + dimension.key() + "." + category);
  }
}
