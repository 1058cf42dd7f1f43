package nl.uitweg.desk.casefile;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.AttachmentInfo;
import nl.uitweg.report.AttachmentReader;
import nl.uitweg.report.Notes;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Transitions;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.indexing.Outcomes;
import nl.uitweg.report.received.PurgedReportException;
import nl.uitweg.report.received.ReplacedContentException;
import nl.uitweg.report.retention.ReportPurge;
import org.jboss.logging.Logger;

/** Decrypts one report for an officer and prepares it for the case file page. */
@Singleton
class CaseFileViews {

  private static final Logger LOG = Logger.getLogger(CaseFileViews.class);

  private final Reports reports;
  private final Notes internalNotes;
  private final AttachmentReader attachmentReader;
  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;
  private final ReportPurge purge;
  private final Outcomes outcomes;
  private final ConversationViews conversationViews;
  private final List<CaseFilePanel> panels;

  CaseFileViews(
      Reports reports,
      Notes internalNotes,
      AttachmentReader attachmentReader,
      ReportTexts reportTexts,
      DeskFactory deskFactory,
      ReportPurge purge,
      Outcomes outcomes,
      ConversationViews conversationViews,
      @All List<CaseFilePanel> panels) {
    this.panels = panels;
    this.conversationViews = conversationViews;
    this.reports = reports;
    this.internalNotes = internalNotes;
    this.attachmentReader = attachmentReader;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
    this.purge = purge;
    this.outcomes = outcomes;
  }

  /**
   * @param readable false when the sealed content cannot be decrypted
   * @param purged whether it cannot be decrypted because the report was purged; then there is
   *     nothing else to show
   * @param consent the contact choice of the reporter, in Dutch
   * @param consentRule what that choice means for the work of the officer
   * @param contactAvailable whether there are contact details that the officer may ask to see
   * @param contactDetails the contact details; empty until access to them was granted
   * @param doubts the reasons why the system doubts that a person sent the report
   * @param replyLanguages codes of the languages in which an officer may write, the reporter's
   *     language first
   * @param panels HTML of the panels of other features
   * @param unreadableParts names, as recorded in the audit trail, of the parts that cannot be
   *     decrypted
   * @param outcome outcome of the report; empty when it is not closed, or was closed without an
   *     outcome
   * @param takeOptions municipalities for which this officer may take the report; empty when it was
   *     sent to one municipality only, or one has taken it
   */
  record View(
      String id,
      String path,
      boolean readable,
      boolean purged,
      boolean urgent,
      String consent,
      String consentRule,
      boolean contactAvailable,
      List<ReportTexts.Answer> contactDetails,
      List<String> doubts,
      String municipality,
      String state,
      String receivedOn,
      String writtenIn,
      List<String> replyLanguages,
      List<ReportTexts.Answer> answers,
      List<Choice> transitions,
      List<Choice> outcomes,
      String outcome,
      List<Choice> takeOptions,
      String purgeNotice,
      boolean purgeReminder,
      List<NoteView> notes,
      List<ConversationViews.MessageView> messages,
      List<FileView> attachments,
      List<String> panels,
      List<String> unreadableParts) {

    /** Whether the report can be closed now. */
    public boolean closable() {
      return transitions.stream()
          .anyMatch(transition -> transition.value().equals(ReportState.CLOSED.key()));
    }
  }

  record Choice(String value, String text) {}

  record NoteView(String author, String at, String text, boolean readable) {}

  /**
   * @param grant access to the identity of the reporter; empty when the officer did not ask for it
   *     or was refused
   */
  View view(Report report, Officer officer, Optional<IdentityAccess.Grant> grant, Desk desk) {
    Texts texts = desk.texts();
    Optional<ReportContent> decrypted = Optional.empty();
    Locale locale = texts.language().locale();
    List<ReportTexts.Answer> answers = new ArrayList<>();
    List<String> unreadableParts = new ArrayList<>();
    String consent = "";
    String consentRule = "";
    boolean contactAvailable = false;
    List<ReportTexts.Answer> contactDetails = List.of();
    List<String> doubts = List.of();
    String writtenIn = "";
    Set<String> replyLanguages = new LinkedHashSet<>();
    boolean readable = true;
    boolean purged = false;
    try {
      ReportContent content = reports.open(report, officer.municipalities());
      decrypted = Optional.of(content);
      answers.addAll(reportTexts.answers(content, deskFactory.dutchTexts()));
      consent =
          reportTexts.optionText(
              Question.CONTACT,
              content.choice(Question.CONTACT).orElse("unknown"),
              deskFactory.dutchTexts());
      consentRule =
          texts.get("desk.consent-" + Consent.of(content).name().toLowerCase(Locale.ROOT));
      contactAvailable = grant.isEmpty() && reportTexts.hasContactDetails(content);
      contactDetails =
          grant
              .map(
                  granted -> reportTexts.contactDetails(content, deskFactory.dutchTexts(), granted))
              .orElse(List.of());
      doubts = ReportTexts.doubtTexts(content.doubts(), texts);
      writtenIn = reportTexts.languageName(content.language(), texts);
      content.choice(Question.REPLY_LANGUAGE).ifPresent(replyLanguages::add);
      replyLanguages.add(content.language());
    } catch (UnsealException | IllegalStateException e) {
      LOG.warnf("Report %s cannot be decrypted", report.id());
      readable = false;
      purged = e instanceof PurgedReportException;
      unreadableParts.add(partName("report", e));
    }
    replyLanguages.add(Language.DUTCH.code());
    List<NoteView> notes = purged ? List.of() : notes(report, officer, locale, unreadableParts);
    List<ConversationViews.MessageView> messages =
        purged ? List.of() : conversationViews.messages(report, officer, texts, unreadableParts);
    List<FileView> attachments =
        purged ? List.of() : attachments(report, officer, texts, unreadableParts);
    if (!purged) {
      panels.forEach(panel -> unreadableParts.addAll(panel.unreadableParts(report, officer)));
    }
    return new View(
        report.id().toString(),
        "/backoffice/reports/" + report.id(),
        readable,
        purged,
        report.urgency() == Urgency.URGENT,
        consent,
        consentRule,
        contactAvailable,
        contactDetails,
        doubts,
        report
            .municipality()
            .map(id -> reportTexts.municipalityName(id, texts))
            .orElseGet(() -> texts.get("desk.not-taken")),
        texts.get("desk.state." + report.state().key()),
        formatDay(report.receivedOn(), locale),
        writtenIn,
        List.copyOf(replyLanguages),
        answers,
        transitions(report, texts),
        Outcomes.ALL.stream().map(key -> new Choice(key, outcomeText(key, texts))).toList(),
        outcomes.of(report).map(key -> outcomeText(key, texts)).orElse(""),
        takeOptions(report, officer, texts),
        purge.dueOn(report).map(due -> texts.get("desk.purge", formatDay(due, locale))).orElse(""),
        purge.isReminderDue(report),
        notes,
        messages,
        attachments,
        purged ? List.of() : panels(report, decrypted, officer, desk),
        unreadableParts);
  }

  /** The name, as recorded in the audit trail, of a part that cannot be decrypted. */
  private static String partName(String name, Exception reason) {
    if (reason instanceof PurgedReportException) {
      return name + "-purged";
    }
    return reason instanceof ReplacedContentException ? name + "-replaced" : name;
  }

  private List<FileView> attachments(
      Report report, Officer officer, Texts texts, List<String> unreadableParts) {
    List<FileView> attachments = new ArrayList<>();
    for (AttachmentInfo attachment : attachmentReader.list(report, officer.municipalities())) {
      attachments.add(attachment(report, attachment, texts));
      if (!attachment.readable()) {
        unreadableParts.add("attachment/" + attachment.id());
      }
    }
    return attachments;
  }

  private List<String> panels(
      Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    return panels.stream()
        .sorted(Comparator.comparingInt(CaseFilePanel::order))
        .map(panel -> panel.html(report, content, officer, desk))
        .toList();
  }

  /** Records that an officer has read the report now. */
  void markRead(Report report) {
    reports.markRead(report);
  }

  private List<NoteView> notes(
      Report report, Officer officer, Locale locale, List<String> unreadableParts) {
    List<NoteView> notes = new ArrayList<>();
    try {
      for (Notes.InternalNote note : internalNotes.of(report, officer.municipalities())) {
        String at = note.readable() ? formatMoment(note.at(), locale) : "";
        notes.add(new NoteView(note.author(), at, note.text(), note.readable()));
        if (!note.readable()) {
          unreadableParts.add("note");
        }
      }
    } catch (UnsealException e) {
      unreadableParts.add(partName("notes", e));
      notes.add(new NoteView("", "", "", false)); // shows that the notes are unreadable
    }
    return notes;
  }

  FileView attachment(Report report, AttachmentInfo attachment, Texts texts) {
    String path = "/backoffice/reports/" + report.id() + "/attachments/" + attachment.id();
    if (!attachment.readable()) {
      return new FileView(path, "", "", false, false);
    }
    boolean image = attachment.mediaType().startsWith("image/") && attachment.cleaned();
    String description =
        texts.get(
            "desk.attachment-about",
            attachment.mediaType(),
            Math.max(1, attachment.size() / 1024),
            formatMoment(attachment.at(), texts.language().locale()),
            texts.get(attachment.cleaned() ? "desk.cleaned" : "desk.not-cleaned"),
            texts.get(attachment.scanned() ? "desk.scanned" : "desk.not-scanned"));
    return new FileView(path, attachment.name(), description, image, true);
  }

  private static String outcomeText(String key, Texts texts) {
    return texts.get("desk.outcome." + key);
  }

  private static List<Choice> transitions(Report report, Texts texts) {
    if (report.municipality().isEmpty()) {
      return List.of();
    }
    return Transitions.from(report.state(), Transitions.Actor.OFFICER).stream()
        .sorted()
        .map(to -> new Choice(to.key(), texts.get("desk.move." + to.key())))
        .toList();
  }

  private List<Choice> takeOptions(Report report, Officer officer, Texts texts) {
    if (!Reports.canBeTaken(report)) {
      return List.of();
    }
    return officer.municipalities().stream()
        .map(id -> new Choice(id, reportTexts.municipalityName(id, texts)))
        .toList();
  }

  private static String formatDay(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  static String formatMoment(Instant at, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(DutchTime.ZONE)
        .format(at);
  }
}
