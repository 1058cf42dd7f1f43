package nl.uitweg.desk.statistics;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Charts in which every category has a row of its own. */
  private static final Set<String> UNFOLDED = Set.of("month", "municipality");

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
    for (Dimension dimension : halfYears.get(0).keySet()) {
      List<SafeTable> tables =
          halfYears.stream().map(halfYear -> table(halfYear, dimension)).toList();
      Period period =
          municipality.map(id -> Period.ofRow(tables, id)).orElseGet(() -> Period.ofRegion(tables));
      charts.add(
          chart(
              dimension.key(),
              group(dimension),
              period,
              category -> label(dimension, category, texts),
              texts));
      if (dimension == Dimension.MONTH && municipality.isEmpty()) {
        charts.add(
            chart(
                "municipality",
                Chart.Group.NATURE,
                Period.ofMunicipalities(tables),
                this::municipalityName,
                texts));
      }
    }
    return charts;
  }

  private static SafeTable table(Map<Dimension, SafeTable> halfYear, Dimension dimension) {
    return halfYear.getOrDefault(dimension, SafeTable.empty(List.of(), List.of()));
  }

  private static Chart.Group group(Dimension dimension) {
    return switch (dimension) {
      case MONTH, FORM, SOURCE -> Chart.Group.NATURE;
      case RECIPIENT, OUTCOME, TERM, READING -> Chart.Group.EVALUATION;
      case STATE, LANGUAGE, CLOSING -> Chart.Group.MORE;
    };
  }

  private static Chart chart(
      String key, Chart.Group group, Period period, UnaryOperator<String> label, Texts texts) {
    List<Chart.Line> lines =
        period.lines().stream()
            .map(line -> new Chart.Line(label.apply(line.category()), line.number()))
            .toList();
    String hidden = texts.get("figures.hidden");
    boolean fold = !UNFOLDED.contains(key);
    List<Chart.Bar> bars = Chart.bars(lines, hidden, fold);
    String hiddenSum =
        period.hiddenSum().isPresent() ? Long.toString(period.hiddenSum().getAsLong()) : "";
    return new Chart(
        "figures-" + key,
        texts.get("figures." + key),
        group,
        bars,
        folded(bars, lines.stream().anyMatch(Chart.Line::isHidden), hiddenSum, texts),
        period.total().isPresent() ? Long.toString(period.total().getAsLong()) : hidden,
        hiddenSum);
  }

  /**
   * The row with the folded categories. A table with hidden numbers has no zeros: those are hidden.
   */
  private static Chart.Folded folded(
      List<Chart.Bar> bars, boolean anyHidden, String hiddenSum, Texts texts) {
    String labels =
        bars.stream()
            .filter(Chart.Bar::folded)
            .map(Chart.Bar::label)
            .collect(Collectors.joining(", "));
    if (labels.isEmpty()) {
      return new Chart.Folded("", "");
    }
    if (!anyHidden) {
      return new Chart.Folded(texts.get("figures.none", labels), "0");
    }
    return hiddenSum.isEmpty()
        ? new Chart.Folded(texts.get("figures.hidden-list", labels), texts.get("figures.hidden"))
        : new Chart.Folded(texts.get("figures.hidden-together-list", labels), hiddenSum);
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
      case STATE, SOURCE, TERM, READING, CLOSING -> ownText(dimension, category, texts);
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
