package nl.uitweg.desk.neighbour;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferralOptions;
import nl.uitweg.desk.related.ReportTraces;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;

/**
 * The panel of the case file with the matches of the report: first only with which municipality;
 * after both agreed also what it is about and whom to call. It never shows the other report.
 */
@Singleton
class MatchPanel implements CaseFilePanel {

  private static final int ORDER = 25;

  private final Matches matches;
  private final ReportTraces reportTraces;
  private final Reports reports;
  private final ReportTexts reportTexts;
  private final ReferralOptions referralOptions;
  private final AuditTrail audit;

  MatchPanel(
      Matches matches,
      ReportTraces reportTraces,
      Reports reports,
      ReportTexts reportTexts,
      ReferralOptions referralOptions,
      AuditTrail audit) {
    this.matches = matches;
    this.reportTraces = reportTraces;
    this.reports = reports;
    this.reportTexts = reportTexts;
    this.referralOptions = referralOptions;
    this.audit = audit;
  }

  @CheckedTemplate(basePath = "desk/neighbour")
  static class Templates {
    static native TemplateInstance panel(Desk desk, String path, List<Item> items);
  }

  /**
   * @param municipality name of the other municipality
   * @param text what the officer is told
   * @param answers what the officer may answer; empty when there is nothing to answer
   * @param takeFirst whether somebody must take the report before it can be answered
   * @param details one element after both agreed; otherwise empty
   */
  record Item(
      String id,
      String municipality,
      String text,
      List<Answer> answers,
      boolean takeFirst,
      List<Details> details) {}

  /** A button: the value that it sends, and its text. */
  record Answer(String value, String text) {}

  /**
   * What the match is about.
   *
   * @param kind kind of the shared trace; empty when this report does not show it any more
   * @param trace the trace as written in this report
   * @param number number of the other report
   * @param day day of receipt of the other report
   * @param officer who has the other report, as text
   * @param referral address of the form that refers this report to them; empty when not possible
   */
  record Details(
      String kind, String trace, String number, String day, String officer, String referral) {}

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public List<String> marks(Report report, Desk desk) {
    return matches.of(report).stream()
        .filter(match -> match.state() == MatchState.FOUND && !match.agreed())
        .map(match -> text("mark", match, desk.texts()))
        .distinct()
        .toList();
  }

  @Override
  public TemplateInstance html(
      Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    boolean taken = reports.handling(report).flatMap(Handling::assignedTo).isPresent();
    List<Item> items =
        matches.of(report).stream()
            .map(match -> item(match, taken, details(match, report, content, officer, desk), desk))
            .toList();
    return Templates.panel(desk, "/backoffice/reports/" + report.id() + "/matches", items);
  }

  private Item item(MunicipalityMatch match, boolean taken, Optional<Details> details, Desk desk) {
    List<Answer> answers = answers(match, desk.texts());
    return new Item(
        match.id().toString(),
        name(match, desk.texts()),
        text(textKey(match), match, desk.texts()),
        taken ? answers : List.of(),
        !taken && !answers.isEmpty(),
        details.stream().toList());
  }

  private static String textKey(MunicipalityMatch match) {
    return switch (match.state()) {
      case FOUND -> match.agreed() ? "waiting" : "found";
      case AGREED -> "agreed";
      case DECLINED -> "declined";
    };
  }

  private static List<Answer> answers(MunicipalityMatch match, Texts texts) {
    return switch (match.state()) {
      case FOUND ->
          match.agreed()
              ? List.of(answer("decline", "decline", texts))
              : List.of(answer("agree", "agree", texts), answer("decline", "decline", texts));
      case AGREED -> List.of(answer("decline", "stop", texts));
      case DECLINED -> List.of();
    };
  }

  private static Answer answer(String value, String key, Texts texts) {
    return new Answer(value, texts.get("neighbour." + key));
  }

  /** The details of a match; showing them is recorded. Empty unless both sides agreed. */
  private Optional<Details> details(
      MunicipalityMatch match,
      Report report,
      Optional<ReportContent> content,
      Officer officer,
      Desk desk) {
    if (match.state() != MatchState.AGREED) {
      return Optional.empty();
    }
    Optional<AgreedMatch> agreed = matches.agreed(match);
    if (agreed.isPresent()) {
      audit.add(
          AuditEntry.done(
              officer.name(),
              AuditAction.MATCH_READ,
              AuditObject.report(report.id()),
              match.municipality()));
    }
    return agreed.map(
        other -> {
          Optional<ReportTraces.IndexedTrace> trace =
              content.flatMap(
                  answers ->
                      traces(answers, report, officer)
                          .filter(own -> own.index().equals(other.index()))
                          .findFirst());
          return new Details(
              trace.map(own -> desk.texts().get("neighbour.kind." + own.kind())).orElse(""),
              trace.map(ReportTraces.IndexedTrace::original).orElse(""),
              other.number().toString(),
              Dates.day(other.receivedOn(), desk.texts().language()),
              other.officer().isEmpty() ? desk.texts().get("neighbour.nobody") : other.officer(),
              referralOptions.formFor(match.municipality(), report, desk.from()).orElse(""));
        });
  }

  private Stream<ReportTraces.IndexedTrace> traces(
      ReportContent content, Report report, Officer officer) {
    try {
      return reportTraces
          .of(content, reports.reporterTexts(report, officer.municipalities()).values())
          .stream();
    } catch (UnsealException | IllegalStateException e) {
      return reportTraces.of(content, List.of()).stream(); // the case file shows the rest
    }
  }

  private String text(String key, MunicipalityMatch match, Texts texts) {
    return texts.get("neighbour." + key, name(match, texts));
  }

  private String name(MunicipalityMatch match, Texts texts) {
    return reportTexts.municipalityName(match.municipality(), texts);
  }
}
