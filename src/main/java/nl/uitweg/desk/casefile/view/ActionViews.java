package nl.uitweg.desk.casefile.view;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.content.Phrase;
import nl.uitweg.content.PhraseBook;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Transitions;
import nl.uitweg.report.indexing.Outcomes;
import nl.uitweg.report.retention.ReportPurge;
import nl.uitweg.report.retention.Retention;

/** Prepares what an officer can do with a report, and when it is purged. */
@Singleton
class ActionViews {

  /** States that have a form of their own, or that follow from what was done. */
  private static final Set<ReportState> NOT_A_BUTTON =
      EnumSet.of(ReportState.CLOSED, ReportState.WAITING_FOR_REPORTER, ReportState.REFERRED);

  private static final String CLOSING_PHRASES = "result";

  private final Reports reports;
  private final ReportTexts reportTexts;
  private final ReportPurge purge;
  private final PhraseBook phraseBook;

  ActionViews(Reports reports, ReportTexts reportTexts, ReportPurge purge, PhraseBook phraseBook) {
    this.reports = reports;
    this.reportTexts = reportTexts;
    this.purge = purge;
    this.phraseBook = phraseBook;
  }

  CaseFileView.Actions actions(Reading reading) {
    Report report = reading.report();
    List<CaseFileView.Option> take = take(reading);
    return new CaseFileView.Actions(
        report.id().toString(),
        report.state() == ReportState.WITHDRAWN,
        report.municipality().isPresent(),
        take,
        moves(report, !take.isEmpty(), reading.texts()),
        closing(report, reading.texts()));
  }

  CaseFileView.Retention retention(Reading reading) {
    Texts texts = reading.texts();
    return new CaseFileView.Retention(
        notice(purge.retention(reading.report()), texts), purge.isReminderDue(reading.report()));
  }

  /** Says until when the report is kept, and why its dossier keeps it longer. */
  private static String notice(Retention retention, Texts texts) {
    if (retention.own().isEmpty()) {
      return "";
    }
    String own = Dates.day(retention.own().get(), texts.language());
    String due = retention.due().map(day -> Dates.day(day, texts.language())).orElse("");
    if (retention.waits()) {
      return texts.get("desk.purge-waits", own);
    }
    return retention.keptByDossier()
        ? texts.get("desk.purge-dossier", due, own)
        : texts.get("desk.purge", due);
  }

  static String outcomeText(String key, Texts texts) {
    return texts.get("desk.outcome." + key);
  }

  private List<CaseFileView.Option> take(Reading reading) {
    Report report = reading.report();
    Texts texts = reading.texts();
    Officer officer = reading.officer();
    if (report.canBeTaken()) {
      return officer.municipalities().stream()
          .map(
              id ->
                  new CaseFileView.Option(
                      id, texts.get("actions.take-for", reportTexts.municipalityName(id, texts))))
          .toList();
    }
    Optional<String> assignee = reports.handling(report).flatMap(Handling::assignedTo);
    if (report.municipality().isEmpty() || !reports.canBeTakenBy(report, officer.name())) {
      return List.of();
    }
    return List.of(
        new CaseFileView.Option(
            "",
            assignee
                .filter(name -> !name.equals(officer.name()))
                .map(name -> texts.get("actions.take-over", name))
                .orElseGet(() -> texts.get("actions.take"))));
  }

  private static List<CaseFileView.Option> moves(Report report, boolean takeable, Texts texts) {
    if (report.municipality().isEmpty()) {
      return List.of();
    }
    return Transitions.from(report.state(), Transitions.Actor.OFFICER).stream()
        .filter(to -> !NOT_A_BUTTON.contains(to))
        .filter(to -> to != ReportState.IN_PROGRESS || !takeable)
        .sorted()
        .map(to -> new CaseFileView.Option(to.key(), texts.get("desk.move." + to.key())))
        .toList();
  }

  private CaseFileView.Closing closing(Report report, Texts texts) {
    boolean withdrawn = report.state() == ReportState.WITHDRAWN;
    return new CaseFileView.Closing(
        report.canChangeTo(ReportState.CLOSED),
        withdrawn ? List.of() : reasons(texts),
        withdrawn ? List.of() : messages());
  }

  private static List<CaseFileView.ReasonGroup> reasons(Texts texts) {
    return Outcomes.REASONS.stream()
        .map(
            reason ->
                new CaseFileView.ReasonGroup(
                    texts.get("actions.reason." + reason.key()),
                    reason.outcomes().stream()
                        .map(key -> new CaseFileView.Option(key, outcomeText(key, texts)))
                        .toList()))
        .toList();
  }

  /** The messages of the phrase book about the result, in Dutch. */
  private List<CaseFileView.Option> messages() {
    return phraseBook.all().stream()
        .filter(phrase -> phrase.group().equals(CLOSING_PHRASES))
        .map(phrase -> new CaseFileView.Option(phrase.id(), dutch(phrase)))
        .toList();
  }

  private String dutch(Phrase phrase) {
    return phraseBook.plain(phrase, Language.DUTCH);
  }
}
