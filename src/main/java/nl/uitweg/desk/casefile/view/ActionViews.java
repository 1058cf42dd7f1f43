package nl.uitweg.desk.casefile.view;

import jakarta.inject.Singleton;
import java.util.List;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Transitions;
import nl.uitweg.report.indexing.Outcomes;
import nl.uitweg.report.retention.ReportPurge;

/** Prepares what an officer can do with a report, and when it is purged. */
@Singleton
class ActionViews {

  private final ReportTexts reportTexts;
  private final ReportPurge purge;

  ActionViews(ReportTexts reportTexts, ReportPurge purge) {
    this.reportTexts = reportTexts;
    this.purge = purge;
  }

  CaseFileView.Actions actions(Reading reading) {
    Texts texts = reading.texts();
    return new CaseFileView.Actions(
        reading.report().id().toString(),
        reading.report().state() == ReportState.WITHDRAWN,
        transitions(reading.report(), texts),
        Outcomes.ALL.stream()
            .map(key -> new CaseFileView.Option(key, outcomeText(key, texts)))
            .toList(),
        takeOptions(reading.report(), reading.officer(), texts));
  }

  CaseFileView.Retention retention(Reading reading) {
    Texts texts = reading.texts();
    return new CaseFileView.Retention(
        purge
            .dueOn(reading.report())
            .map(due -> texts.get("desk.purge", Dates.day(due, texts.language())))
            .orElse(""),
        purge.isReminderDue(reading.report()));
  }

  static String outcomeText(String key, Texts texts) {
    return texts.get("desk.outcome." + key);
  }

  private static List<CaseFileView.Option> transitions(Report report, Texts texts) {
    if (report.municipality().isEmpty()) {
      return List.of();
    }
    return Transitions.from(report.state(), Transitions.Actor.OFFICER).stream()
        .sorted()
        .map(to -> new CaseFileView.Option(to.key(), texts.get("desk.move." + to.key())))
        .toList();
  }

  private List<CaseFileView.Option> takeOptions(Report report, Officer officer, Texts texts) {
    if (!Reports.canBeTaken(report)) {
      return List.of();
    }
    return officer.municipalities().stream()
        .map(id -> new CaseFileView.Option(id, reportTexts.municipalityName(id, texts)))
        .toList();
  }
}
