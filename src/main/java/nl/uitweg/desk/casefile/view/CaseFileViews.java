package nl.uitweg.desk.casefile.view;

import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.TranslatedPart;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.received.PurgedReportException;
import org.jboss.logging.Logger;

/**
 * Decrypts one report for an officer and prepares it for the case file page. Each part of the page
 * has a class of its own.
 */
@Singleton
public class CaseFileViews {

  private static final Logger LOG = Logger.getLogger(CaseFileViews.class);

  private final Reports reports;
  private final OverviewViews overviews;
  private final ActionViews actions;
  private final NoteViews notes;
  private final TranslationViews translations;
  private final AttachmentViews attachments;
  private final ConversationViews conversations;
  private final List<CaseFilePanel> panels;

  CaseFileViews(
      Reports reports,
      OverviewViews overviews,
      ActionViews actions,
      NoteViews notes,
      TranslationViews translations,
      AttachmentViews attachments,
      ConversationViews conversations,
      @All List<CaseFilePanel> panels) {
    this.reports = reports;
    this.overviews = overviews;
    this.actions = actions;
    this.notes = notes;
    this.translations = translations;
    this.attachments = attachments;
    this.conversations = conversations;
    this.panels = panels.stream().sorted(Comparator.comparingInt(CaseFilePanel::order)).toList();
  }

  /**
   * Reads a report.
   *
   * @param grant access to the identity of the reporter; empty when the officer did not ask for it
   *     or was refused
   */
  public ReadReport read(
      Report report, Officer officer, Optional<IdentityAccess.Grant> grant, Desk desk) {
    Reading reading = new Reading(report, officer, desk, new ArrayList<>());
    Overview overview = overview(reading, grant);
    CaseFileView view =
        overview.header().purged() ? purged(overview, reading) : view(overview, reading);
    return new ReadReport(
        view,
        overview.replyLanguages(),
        reading.unreadableParts(),
        overview.content().map(ReportContent::sentAt),
        answeredAt(view));
  }

  private static List<Instant> answeredAt(CaseFileView view) {
    return view.conversation().messages().stream()
        .map(ConversationViews.MessageView::sending)
        .filter(sending -> !sending.byOfficer())
        .flatMap(sending -> sending.moment().stream())
        .toList();
  }

  /** Records that an officer has read the report now, unless an earlier reading is recorded. */
  public void markRead(Report report) {
    reports.markRead(report);
  }

  private Overview overview(Reading reading, Optional<IdentityAccess.Grant> grant) {
    try {
      ReportContent content = reports.open(reading.report(), reading.municipalities());
      return overviews.of(content, reading, grant);
    } catch (UnsealException | IllegalStateException e) {
      LOG.warnf("Report %s cannot be decrypted", reading.report().id());
      reading.addUnreadable("report", e);
      return overviews.unreadable(reading, e instanceof PurgedReportException);
    }
  }

  private CaseFileView view(Overview overview, Reading reading) {
    CaseFileView.Actions possible = actions.actions(reading);
    // The audit trail lists the unreadable parts in the order in which the parts are made.
    List<CaseFileView.Note> noteViews = notes.of(reading);
    TranslationViews.Lookup translated = translations.of(reading);
    List<ConversationViews.MessageView> messages = conversations.messages(reading, translated);
    CaseFileView.Contents contents =
        new CaseFileView.Contents(
            translatable(overview.answers(), translated), attachments.of(reading));
    panels.forEach(
        panel ->
            panel
                .unreadableParts(reading.report(), reading.officer())
                .forEach(reading::addUnreadable));
    return new CaseFileView(
        overview.header(),
        overview.contact(),
        possible,
        actions.retention(reading),
        contents,
        marks(reading),
        panels(overview, reading),
        new CaseFileView.Conversation(messages, possible.taken()),
        noteViews);
  }

  /** The answers; one in the reporter's own words has its translation beside it. */
  private static List<CaseFileView.TranslatableAnswer> translatable(
      List<ReportTexts.Answer> answers, TranslationViews.Lookup translated) {
    return answers.stream()
        .map(
            answer ->
                new CaseFileView.TranslatableAnswer(
                    answer,
                    TranslatedPart.parse(answer.text().isEmpty() ? "" : answer.key())
                        .map(part -> translated.of(part, answer.language(), answer.question()))
                        .orElse(CaseFileView.Translation.NOT_NEEDED)))
        .toList();
  }

  /** A purged report has nothing left but its header and its timeline. */
  private CaseFileView purged(Overview overview, Reading reading) {
    return new CaseFileView(
        overview.header(),
        overview.contact(),
        actions.actions(reading),
        actions.retention(reading),
        new CaseFileView.Contents(List.of(), List.of()),
        List.of(),
        List.of(),
        new CaseFileView.Conversation(List.of(), false),
        List.of());
  }

  private List<String> marks(Reading reading) {
    return panels.stream()
        .flatMap(panel -> panel.marks(reading.report(), reading.desk()).stream())
        .toList();
  }

  private List<TemplateInstance> panels(Overview overview, Reading reading) {
    return panels.stream()
        .map(
            panel ->
                panel.html(reading.report(), overview.content(), reading.officer(), reading.desk()))
        .toList();
  }
}
