package nl.uitweg.desk.statistics;

import jakarta.inject.Singleton;
import java.util.List;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.statistics.count.Figures;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.figures.PublishedFigures;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;

/** Prepares the statistics page, which is also the content of the half-year report. */
@Singleton
class StatisticsPages {

  private final Figures figures;
  private final ChartFactory chartFactory;
  private final PublishedFigures published;
  private final Region region;

  StatisticsPages(
      Figures figures, ChartFactory chartFactory, PublishedFigures published, Region region) {
    this.figures = figures;
    this.chartFactory = chartFactory;
    this.published = published;
    this.region = region;
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

    boolean isOneHalfYear() {
      return first().equals(last());
    }
  }

  /** The page for a user who may see this choice. */
  StatisticsPage create(Choice choice, Officer officer, Texts texts) {
    return new StatisticsPage(
        subjectName(choice.subject(), texts),
        periodText(choice, texts),
        choice.valid() ? "" : texts.get("figures.bad-period"),
        form(choice, officer, texts),
        chartFactory.of(
            choice.halfYears().stream().map(figures::of).toList(), choice.scope().subject(), texts),
        publication(choice, officer),
        "of=%s&from=%s&to=%s"
            .formatted(choice.subject(), choice.first().key(), choice.last().key()));
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
