package nl.uitweg.desk.statistics;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
      charts.add(chart(dimension.key(), period, texts));
      if (dimension == Dimension.MONTH && municipality.isEmpty()) {
        charts.add(chart("municipality", Period.ofMunicipalities(tables), texts));
      }
    }
    return charts;
  }

  private static SafeTable table(Map<Dimension, SafeTable> halfYear, Dimension dimension) {
    return halfYear.getOrDefault(dimension, SafeTable.empty(List.of(), List.of()));
  }

  private Chart chart(String key, Period period, Texts texts) {
    List<Chart.Line> lines =
        period.lines().stream()
            .map(line -> new Chart.Line(label(key, line.category(), texts), line.number()))
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

  private String label(String key, String category, Texts texts) {
    Locale locale = Locale.forLanguageTag(texts.language().code());
    return switch (key) {
      case "month" -> Dates.month(YearMonth.parse(category), texts.language());
      case "municipality" -> region.byId(category).map(Region.Municipality::name).orElse(category);
      case "language" ->
          category.equals(Dimension.UNKNOWN)
              ? texts.get("figures.language.unknown")
              : Locale.forLanguageTag(category).getDisplayName(locale);
      case "form" ->
          texts.has("indicators.form." + category)
              ? texts.get("indicators.form." + category)
              : texts.get("figures.form." + category);
      case "recipient" -> recipient(category, texts);
      case "outcome" ->
          texts.has("desk.outcome." + category)
              ? texts.get("desk.outcome." + category)
              : texts.get("figures.outcome." + category);
      default -> texts.get("figures." + key + "." + category);
    };
  }

  private static String recipient(String category, Texts texts) {
    if (category.equals(Recipient.MUNICIPALITY.key())) {
      return texts.get("referral.to.other-municipality");
    }
    return texts.has("referral.to." + category)
        ? texts.get("referral.to." + category)
        : texts.get("figures.recipient." + category);
  }
}
