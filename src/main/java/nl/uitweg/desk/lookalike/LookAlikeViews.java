package nl.uitweg.desk.lookalike;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;

/** Makes what the page of reports that look alike shows. */
@Singleton
class LookAlikeViews {

  /**
   * Maximum number of reports on the page; the framework reads at most 1,000 fields of a form. An
   * officer clears a larger flood in several rounds.
   */
  private static final int MAX_ROWS = 500;

  private final ReportTexts reportTexts;

  LookAlikeViews(ReportTexts reportTexts) {
    this.reportTexts = reportTexts;
  }

  /**
   * A report in the list.
   *
   * @param summary the beginning of what was reported; to read more, an officer opens the report,
   *     which is recorded
   * @param doubt text that says why the system doubts that a person sent it
   * @param cautions texts that say why the report is not ticked beforehand
   * @param original whether the others were compared with this report
   * @param ticked whether the report is ticked as fake
   */
  record Row(
      String id,
      String href,
      String summary,
      String language,
      String doubt,
      List<String> cautions,
      ReportDifference difference,
      boolean original,
      boolean ticked) {}

  /**
   * Reports under one heading.
   *
   * @param allHref address of the page with all of them ticked; {@code noneHref} with none of them
   */
  record Group(String heading, String allHref, String noneHref, List<Row> rows) {}

  /** A municipality for which the officer may take reports. */
  record Municipality(String id, String name) {}

  /**
   * The list.
   *
   * @param total number of reports found
   * @param notShown number of reports found that are not in the groups
   * @param takeFor municipalities to choose from; empty when the officer has one only
   */
  record View(int total, int notShown, List<Group> groups, List<Municipality> takeFor) {}

  /** Which reports of a group are ticked; the names are values in the address. */
  enum Ticks {
    PROPOSED,
    ALL,
    NONE;

    private boolean includes(Candidate candidate) {
      return this == ALL || (this == PROPOSED && candidate.proposedAsFake());
    }
  }

  /**
   * The choices in the address of the page.
   *
   * @param like id of the report with which the others are compared; empty for the reports that a
   *     machine may have sent
   * @param same ticks of the reports that are the same as that report
   * @param other ticks of the other reports
   */
  record Choices(String like, Ticks same, Ticks other) {

    private Choices withSame(Ticks ticks) {
      return new Choices(like, ticks, other);
    }

    private Choices withOther(Ticks ticks) {
      return new Choices(like, same, ticks);
    }

    private String href() {
      return "/backoffice/lookalikes?same="
          + same
          + "&other="
          + other
          + (like.isEmpty() ? "" : "&like=" + like);
    }
  }

  View view(List<Candidate> candidates, Choices choices, Desk desk) {
    Texts texts = desk.texts();
    List<Candidate> same = filtered(candidates, each -> each.difference().same());
    List<Candidate> other = filtered(candidates, each -> !each.difference().same());
    List<Candidate> shownSame = limited(same, MAX_ROWS);
    List<Candidate> shownOther = limited(other, MAX_ROWS - shownSame.size());
    List<Group> groups = new ArrayList<>();
    if (!same.isEmpty()) {
      groups.add(
          new Group(
              texts.get("lookalike.same", same.size()),
              choices.withSame(Ticks.ALL).href(),
              choices.withSame(Ticks.NONE).href(),
              rows(shownSame, choices.like(), choices.same(), texts)));
    }
    if (!shownOther.isEmpty()) {
      String heading = choices.like().isEmpty() ? "lookalike.doubted" : "lookalike.different";
      groups.add(
          new Group(
              texts.get(heading, other.size()),
              choices.withOther(Ticks.ALL).href(),
              choices.withOther(Ticks.NONE).href(),
              rows(shownOther, choices.like(), choices.other(), texts)));
    }
    return new View(
        candidates.size(),
        candidates.size() - shownSame.size() - shownOther.size(),
        groups,
        takeFor(desk.officer(), texts));
  }

  private static List<Candidate> filtered(
      List<Candidate> candidates, Predicate<Candidate> condition) {
    return candidates.stream().filter(condition).toList();
  }

  private static List<Candidate> limited(List<Candidate> candidates, int max) {
    return candidates.subList(0, Math.min(max, candidates.size()));
  }

  private static List<Row> rows(List<Candidate> candidates, String like, Ticks ticks, Texts texts) {
    return candidates.stream()
        .map(candidate -> row(candidate, like, ticks.includes(candidate), texts))
        .toList();
  }

  private static Row row(Candidate candidate, String like, boolean ticked, Texts texts) {
    UUID id = candidate.id();
    return new Row(
        id.toString(),
        "/backoffice/reports/" + id,
        candidate.summary(),
        candidate.language(),
        String.join(", ", ReportTexts.doubtTexts(candidate.doubts(), texts)),
        candidate.cautions().stream()
            .map(caution -> texts.get("lookalike.caution." + caution.key()))
            .toList(),
        candidate.difference(),
        like.equals(id.toString()),
        ticked);
  }

  private List<Municipality> takeFor(Officer officer, Texts texts) {
    return officer.municipalities().size() == 1
        ? List.of()
        : officer.municipalities().stream()
            .map(id -> new Municipality(id, reportTexts.municipalityName(id, texts)))
            .toList();
  }
}
