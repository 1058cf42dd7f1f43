package nl.uitweg.desk.statistics;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.statistics.count.Dimension;
import nl.uitweg.desk.statistics.count.Figures;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.desk.statistics.count.SafeTable;
import nl.uitweg.figures.PublishedFigures;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;

/** Prepares the statistics page, which is also the content of the half-year report. */
@Singleton
class StatisticsPages {

  private final Figures figures;
  private final ChartFactory chartFactory;
  private final PublishedFigures published;
  private final Region region;
  private final Clock clock;

  StatisticsPages(
      Figures figures,
      ChartFactory chartFactory,
      PublishedFigures published,
      Region region,
      Clock clock) {
    this.figures = figures;
    this.chartFactory = chartFactory;
    this.published = published;
    this.region = region;
    this.clock = clock;
  }

  /**
   * The subject and half-years that are shown.
   *
   * @param subject id of a municipality, or {@link StatisticsScope#REGION}
   * @param halfYears oldest first, at least one
   * @param valid whether these are the half-years that the user asked for
   */
  record Choice(String subject, StatisticsScope scope, List<HalfYear> halfYears, boolean valid) {

    static Choice of(String subject, StatisticsScope scope, List<HalfYear> period) {
      boolean valid = !period.isEmpty();
      return new Choice(subject, scope, valid ? period : List.of(scope.latest()), valid);
    }

    HalfYear first() {
      return halfYears.get(0);
    }

    HalfYear last() {
      return halfYears.get(halfYears.size() - 1);
    }

    /** The half-years of the last year and the two before it, as far as the user may see them. */
    List<HalfYear> threeYears() {
      return scope.halfYears().stream()
          .filter(half -> half.year() > last().year() - 3 && half.compareTo(last()) <= 0)
          .toList();
    }

    boolean isOneHalfYear() {
      return first().equals(last());
    }
  }

  /**
   * The screen for a user who may see this choice. Officers see every number of municipalities
   * whose reports they may read.
   */
  StatisticsPage screen(Choice choice, Officer officer, Texts texts) {
    List<String> own = StatisticsScope.own(officer);
    List<String> municipalities = choice.scope().subject().map(List::of).orElseGet(region::ids);
    return own.containsAll(municipalities)
        ? create(choice, officer, true, half -> figures.full(half, municipalities), texts)
        : export(choice, officer, texts);
  }

  /** The content of a file that leaves the desk: no number under five, whoever makes it. */
  StatisticsPage export(Choice choice, Officer officer, Texts texts) {
    List<String> known =
        choice.scope().subject().isEmpty() ? StatisticsScope.own(officer) : List.of();
    return create(choice, officer, false, half -> figures.of(half, known), texts);
  }

  private StatisticsPage create(
      Choice choice,
      Officer officer,
      boolean full,
      Function<HalfYear, Map<Dimension, SafeTable>> tables,
      Texts texts) {
    Optional<String> municipality = choice.scope().subject();
    SortedMap<HalfYear, Map<Dimension, SafeTable>> counted = new TreeMap<>();
    Stream.concat(choice.halfYears().stream(), choice.threeYears().stream())
        .forEach(half -> counted.computeIfAbsent(half, tables));
    List<Chart> charts =
        chartFactory.of(
            choice.halfYears().stream().flatMap(half -> find(half, counted).stream()).toList(),
            municipality,
            texts);
    SortedMap<HalfYear, SafeTable> months = new TreeMap<>();
    choice
        .threeYears()
        .forEach(
            half ->
                find(half, counted)
                    .flatMap(
                        figuresOfHalf -> Optional.ofNullable(figuresOfHalf.get(Dimension.MONTH)))
                    .ifPresent(table -> months.put(half, table)));
    String until = until(choice, texts);
    Trend trend = new TrendFactory(months, municipality, !until.isEmpty(), texts).create();
    return new StatisticsPage(
        subjectName(choice.subject(), texts),
        periodText(choice, texts),
        choice.valid() ? "" : texts.get("figures.bad-period"),
        form(choice, officer, texts),
        new StatisticsPage.Content(full, municipality.isEmpty(), until, charts, trend),
        publication(choice, officer),
        "of=%s&from=%s&to=%s"
            .formatted(choice.subject(), choice.first().key(), choice.last().key()));
  }

  private static Optional<Map<Dimension, SafeTable>> find(
      HalfYear half, Map<HalfYear, Map<Dimension, SafeTable>> counted) {
    return Optional.ofNullable(counted.get(half));
  }

  private StatisticsPage.Form form(Choice choice, Officer officer, Texts texts) {
    return new StatisticsPage.Form(
        StatisticsScope.subjects(officer).stream()
            .map(
                id ->
                    new StatisticsPage.Option(
                        id, subjectName(id, texts), id.equals(choice.subject())))
            .toList(),
        options(choice.scope(), choice.first(), texts),
        options(choice.scope(), choice.last(), texts));
  }

  private StatisticsPage.Publication publication(Choice choice, Officer officer) {
    boolean allowed =
        choice.subject().equals(StatisticsScope.REGION)
            && choice.isOneHalfYear()
            && officer.roles().contains(Officer.ADMINISTRATOR);
    return allowed
        ? new StatisticsPage.Publication(
            choice.first().key(), published.isPublished(choice.first().key()))
        : new StatisticsPage.Publication("", false);
  }

  private static List<StatisticsPage.Option> options(
      StatisticsScope scope, HalfYear chosen, Texts texts) {
    return scope.halfYears().stream()
        .map(
            halfYear ->
                new StatisticsPage.Option(
                    halfYear.key(), halfYearText(halfYear, texts), halfYear.equals(chosen)))
        .toList();
  }

  private String until(Choice choice, Texts texts) {
    LocalDate today = DutchTime.today(clock);
    return today.isBefore(choice.last().endExclusive()) ? Dates.day(today, texts.language()) : "";
  }

  private static String periodText(Choice choice, Texts texts) {
    String first = halfYearText(choice.first(), texts);
    return choice.isOneHalfYear() ? first : first + " – " + halfYearText(choice.last(), texts);
  }

  private static String halfYearText(HalfYear halfYear, Texts texts) {
    return texts.get("figures.half-" + halfYear.half(), Integer.toString(halfYear.year()));
  }

  private String subjectName(String subject, Texts texts) {
    return region
        .byId(subject)
        .map(Region.Municipality::name)
        .orElseGet(() -> texts.get("figures.region", region.displayName(texts.language())));
  }
}
