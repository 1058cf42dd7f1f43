package nl.uitweg.desk.agenda;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.agenda.AgendaItem;
import nl.uitweg.report.agenda.AgendaItems;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.retention.PlannedPurges;
import org.jspecify.annotations.Nullable;

/** Prepares the parts of the page of the agenda. */
@Singleton
class AgendaPage {

  private static final int MAX_ITEMS = 300;
  private static final int MAX_PURGES = 5;

  private final AgendaItems items;
  private final AgendaViews views;
  private final Reports reports;
  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;
  private final PlannedPurges plannedPurges;
  private final Clock clock;

  AgendaPage(
      AgendaItems items,
      AgendaViews views,
      Reports reports,
      ReportTexts reportTexts,
      DeskFactory deskFactory,
      PlannedPurges plannedPurges,
      Clock clock) {
    this.items = items;
    this.views = views;
    this.reports = reports;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
    this.plannedPurges = plannedPurges;
    this.clock = clock;
  }

  /** The items of a period. */
  record Section(String id, String title, List<AgendaViews.Item> items) {}

  /** The sections that have items, and the one of today. */
  List<Section> sections(AgendaScope scope, Officer officer, Texts texts) {
    LocalDate today = DutchTime.today(clock);
    LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    List<AgendaItem> open =
        items.open(
            scope == AgendaScope.MINE ? Optional.of(officer.name()) : Optional.empty(),
            officer.municipalities(),
            MAX_ITEMS);
    Function<AgendaItem, AgendaViews.ReportLink> links =
        links(open.stream().map(AgendaItem::reportId).collect(Collectors.toSet()), scope);
    Map<String, Predicate<LocalDate>> periods =
        Map.of(
            "today", day -> !day.isAfter(today),
            "week", day -> day.isAfter(today) && !day.isAfter(sunday),
            "later", day -> day.isAfter(today) && day.isAfter(sunday));
    return Stream.of("today", "week", "later")
        .map(
            period ->
                new Section(
                    period,
                    texts.get("agenda.section-" + period),
                    open.stream()
                        .filter(item -> periods.getOrDefault(period, day -> false).test(item.day()))
                        .map(item -> views.item(item, links.apply(item), officer, texts))
                        .toList()))
        .filter(section -> section.id().equals("today") || !section.items().isEmpty())
        .toList();
  }

  /** Whether there may be more items than the page shows. */
  static boolean isFull(List<Section> sections) {
    return sections.stream().mapToInt(section -> section.items().size()).sum() >= MAX_ITEMS;
  }

  private Function<AgendaItem, AgendaViews.ReportLink> links(Set<UUID> ids, AgendaScope scope) {
    if (ids.isEmpty()) {
      return item -> AgendaViews.ReportLink.NONE;
    }
    Map<UUID, Report> reportsById =
        reports.findAll(ids).stream().collect(Collectors.toMap(Report::id, Function.identity()));
    Map<UUID, Handling> handlings = reports.handlings(ids);
    return item ->
        Optional.ofNullable(reportsById.get(item.reportId()))
            .map(report -> link(report, handlings.get(report.id()), scope))
            .orElse(AgendaViews.ReportLink.NONE);
  }

  private AgendaViews.ReportLink link(
      Report report, @Nullable Handling handling, AgendaScope scope) {
    return new AgendaViews.ReportLink(
        "/backoffice/reports/" + report.id() + ReturnAddress.fromList(scope.address()),
        handling == null ? "" : handling.number().toString(),
        report.forms().stream()
            .map(form -> reportTexts.optionText(Question.FORMS, form, deskFactory.dutchTexts()))
            .collect(Collectors.joining(", ")));
  }

  /**
   * The reports that are purged soon.
   *
   * @param count text with the number of all of them
   * @param next the first of them
   */
  record Purges(String count, List<PlannedReport> next) {}

  record PlannedReport(String day, AgendaViews.ReportLink link) {}

  /** The reports that are purged soon; without any, an empty text and list. */
  Purges purges(AgendaScope scope, Officer officer, Texts texts) {
    List<PlannedPurges.PlannedPurge> next =
        plannedPurges.soon(officer.municipalities(), MAX_PURGES).stream()
            .limit(MAX_PURGES)
            .toList();
    if (next.isEmpty()) {
      return new Purges("", List.of());
    }
    Set<UUID> ids = new LinkedHashSet<>();
    next.forEach(planned -> ids.add(planned.report().id()));
    Map<UUID, Handling> handlings = reports.handlings(ids);
    long count = plannedPurges.countSoon(officer.municipalities());
    return new Purges(
        texts.get("agenda.purges", count),
        next.stream()
            .map(
                planned ->
                    new PlannedReport(
                        Dates.day(planned.day(), texts.language()),
                        link(planned.report(), handlings.get(planned.report().id()), scope)))
            .toList());
  }
}
