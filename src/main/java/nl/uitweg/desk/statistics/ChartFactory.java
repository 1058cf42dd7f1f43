package nl.uitweg.desk.statistics;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.uitweg.desk.statistics.count.Dimension;
import nl.uitweg.desk.statistics.count.Period;
import nl.uitweg.desk.statistics.count.SafeTable;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.Recipient;
import nl.uitweg.region.Region;
import nl.uitweg.report.indexing.Outcomes;

/**
 * Creates the charts of a period, with labels in the language of the reader, for the page and the
 * half-year report.
 */
@Singleton
class ChartFactory {

  /** Dimensions that are shown as an image, with the table below it. */
  private static final Set<Dimension> PICTURES =
      EnumSet.of(
          Dimension.FORM, Dimension.PEOPLE, Dimension.TERM, Dimension.READING, Dimension.OUTCOME);

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
      charts.add(chart(dimension, period, texts));
      if (dimension == Dimension.MONTH && municipality.isEmpty()) {
        charts.add(
            chart(
                "municipality",
                Chart.Group.NATURE,
                Period.ofMunicipalities(tables),
                this::municipalityName,
                bars -> Chart.Picture.NONE,
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
      case FORM, PEOPLE, SOURCE -> Chart.Group.NATURE;
      case RECIPIENT, OUTCOME, TERM, READING -> Chart.Group.EVALUATION;
      case MONTH, STATE, LANGUAGE, CLOSING -> Chart.Group.MORE;
    };
  }

  private static Chart chart(Dimension dimension, Period period, Texts texts) {
    UnaryOperator<String> label = category -> label(dimension, category, texts);
    return chart(
        dimension.key(),
        group(dimension),
        period,
        label,
        bars ->
            PICTURES.contains(dimension)
                ? new Chart.Picture(
                    ChartSentences.of(dimension, lines(period, label), period.total(), texts),
                    BarDrawing.of(sections(dimension, period, bars, texts)))
                : Chart.Picture.NONE,
        texts);
  }

  /** The outcomes by reason; the bars of any other dimension are one section. */
  private static List<BarDrawing.Section> sections(
      Dimension dimension, Period period, List<Chart.Bar> bars, Texts texts) {
    if (dimension != Dimension.OUTCOME) {
      return List.of(new BarDrawing.Section("", bars));
    }
    List<BarDrawing.Section> sections = new ArrayList<>();
    Set<String> grouped = new HashSet<>();
    for (Outcomes.Reason reason : Outcomes.REASONS) {
      grouped.addAll(reason.outcomes());
      sections.add(
          new BarDrawing.Section(
              texts.get("actions.reason." + reason.key()),
              barsOf(period, bars, reason.outcomes()::contains)));
    }
    sections.add(
        new BarDrawing.Section(
            texts.get("figures.outcome-none"),
            barsOf(period, bars, category -> !grouped.contains(category))));
    return sections;
  }

  /** The bars of some categories; a period has a line for each bar. */
  private static List<Chart.Bar> barsOf(
      Period period, List<Chart.Bar> bars, Predicate<String> included) {
    return IntStream.range(0, bars.size())
        .filter(i -> included.test(period.lines().get(i).category()))
        .mapToObj(bars::get)
        .toList();
  }

  private static List<Chart.Line> lines(Period period, UnaryOperator<String> label) {
    return period.lines().stream()
        .map(line -> new Chart.Line(label.apply(line.category()), line.number()))
        .toList();
  }

  private static Chart chart(
      String key,
      Chart.Group group,
      Period period,
      UnaryOperator<String> label,
      Function<List<Chart.Bar>, Chart.Picture> picture,
      Texts texts) {
    List<Chart.Line> lines = lines(period, label);
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
        hiddenSum,
        picture.apply(bars));
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
      case PEOPLE ->
          category.equals(Dimension.UNKNOWN)
              ? ownText(dimension, category, texts)
              : text("form.number." + category, dimension, category, texts);
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
