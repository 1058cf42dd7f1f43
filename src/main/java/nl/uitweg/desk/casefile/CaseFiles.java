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
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.AttachmentInfo;
import nl.uitweg.report.Outcomes;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Transitions;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.received.PurgedReportException;
import nl.uitweg.report.received.ReplacedContentException;
import nl.uitweg.report.retention.ReportPurge;
import org.jboss.logging.Logger;

/** Opens one report for its reader and lays it out. */
@Singleton
class CaseFiles {

  private static final Logger LOG = Logger.getLogger(CaseFiles.class);

  private final Reports reports;
  private final ReportTexts reportTexts;
  private final Desks desks;
  private final ReportPurge purge;
  private final Outcomes outcomes;
  private final Conversations conversations;
  private final List<CaseFilePanel> panels;

  CaseFiles(
      Reports reports,
      ReportTexts reportTexts,
      Desks desks,
      ReportPurge purge,
      Outcomes outcomes,
      Conversations conversations,
      @All List<CaseFilePanel> panels) {
    this.panels = panels;
    this.conversations = conversations;
    this.reports = reports;
    this.reportTexts = reportTexts;
    this.desks = desks;
    this.purge = purge;
    this.outcomes = outcomes;
  }

  /**
   * @param opens false when the sealed content does not open
   * @param purged whether that is because the report was purged; then there is nothing else to show
   * @param consent the contact choice of the reporter, in Dutch
   * @param consentRule what that choice means for the officer
   * @param reachable whether there are contact details that may be asked for
   * @param contact those details, once a reason was given
   * @param doubts why the system doubts that a person sent it
   * @param replyLanguages codes of the languages an officer may write in, the reporter's first
   * @param panels HTML of what other features add
   * @param broken the parts that do not open, named for the audit
   * @param outcome what came of it; empty when it is not closed, or closed without
   * @param take municipalities for which this officer may take the report; empty when it is taken
   */
  record View(
      String id,
      String path,
      boolean opens,
      boolean purged,
      boolean urgent,
      String consent,
      String consentRule,
      boolean reachable,
      List<ReportTexts.Answer> contact,
      List<String> doubts,
      String municipality,
      String state,
      String received,
      String writtenIn,
      List<String> replyLanguages,
      List<ReportTexts.Answer> answers,
      List<Choice> moves,
      List<Choice> outcomes,
      String outcome,
      List<Choice> take,
      String purge,
      boolean remind,
      List<NoteView> notes,
      List<Conversations.MessageView> messages,
      List<FileView> attachments,
      List<String> panels,
      List<String> broken) {

    /** Whether closing is one of the moves. */
    public boolean closable() {
      return moves.stream().anyMatch(move -> move.value().equals(ReportState.CLOSED.key()));
    }
  }

  record Choice(String value, String text) {}

  record NoteView(String author, String at, String text, boolean opens) {}

  /**
   * @param grant to see who reported it, when that was asked
   */
  View view(Report report, Officer officer, Optional<IdentityAccess.Grant> grant, Desk desk) {
    Texts texts = desk.texts();
    Optional<ReportContent> opened = Optional.empty();
    Locale locale = texts.language().locale();
    List<ReportTexts.Answer> answers = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    String consent = "";
    String rule = "";
    boolean reachable = false;
    List<ReportTexts.Answer> contact = List.of();
    List<String> doubts = List.of();
    String writtenIn = "";
    Set<String> replyLanguages = new LinkedHashSet<>();
    boolean opens = true;
    boolean purged = false;
    try {
      ReportContent content = reports.open(report, officer.municipalities());
      opened = Optional.of(content);
      answers.addAll(reportTexts.answers(content, desks.dutch()));
      consent =
          reportTexts.words(
              Question.CONTACT, content.choice(Question.CONTACT).orElse("unknown"), desks.dutch());
      rule = texts.get("desk.consent-" + Consent.of(content).name().toLowerCase(Locale.ROOT));
      reachable = grant.isEmpty() && reportTexts.hasContactDetails(content);
      contact =
          grant
              .map(granted -> reportTexts.contactDetails(content, desks.dutch(), granted))
              .orElse(List.of());
      doubts = content.doubts().stream().map(why -> ReportTexts.doubt(why, texts)).toList();
      writtenIn = reportTexts.languageName(content.language(), texts);
      content.choice(Question.REPLY_LANGUAGE).ifPresent(replyLanguages::add);
      replyLanguages.add(content.language());
    } catch (UnsealException | IllegalStateException e) {
      LOG.warnf("Report %s does not open", report.id());
      opens = false;
      purged = e instanceof PurgedReportException;
      broken.add(part("report", e));
    }
    replyLanguages.add(Language.DUTCH.code());
    List<NoteView> notes = purged ? List.of() : notes(report, officer, locale, broken);
    List<Conversations.MessageView> messages =
        purged ? List.of() : conversations.messages(report, officer, texts, broken);
    List<FileView> attachments = purged ? List.of() : attachments(report, officer, texts, broken);
    if (!purged) {
      panels.forEach(panel -> broken.addAll(panel.broken(report, officer)));
    }
    return new View(
        report.id().toString(),
        "/backoffice/reports/" + report.id(),
        opens,
        purged,
        report.urgency() == Urgency.URGENT,
        consent,
        rule,
        reachable,
        contact,
        doubts,
        report
            .municipality()
            .map(id -> reportTexts.municipality(id, texts))
            .orElseGet(() -> texts.get("desk.not-taken")),
        texts.get("desk.state." + report.state().key()),
        day(report.receivedOn(), locale),
        writtenIn,
        List.copyOf(replyLanguages),
        answers,
        moves(report, texts),
        Outcomes.ALL.stream().map(key -> new Choice(key, outcome(key, texts))).toList(),
        outcomes.of(report).map(key -> outcome(key, texts)).orElse(""),
        take(report, officer, texts),
        purge.dueOn(report).map(due -> texts.get("desk.purge", day(due, locale))).orElse(""),
        purge.isReminderDue(report),
        notes,
        messages,
        attachments,
        purged ? List.of() : panels(report, opened, officer, desk),
        broken);
  }

  /** The name of a part that does not open, for the audit. */
  private static String part(String name, Exception reason) {
    if (reason instanceof PurgedReportException) {
      return name + "-purged";
    }
    return reason instanceof ReplacedContentException ? name + "-replaced" : name;
  }

  private List<FileView> attachments(
      Report report, Officer officer, Texts texts, List<String> broken) {
    List<FileView> attachments = new ArrayList<>();
    for (AttachmentInfo attachment : reports.attachments(report, officer.municipalities())) {
      attachments.add(attachment(report, attachment, texts));
      if (!attachment.readable()) {
        broken.add("attachment/" + attachment.id());
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

  private List<NoteView> notes(Report report, Officer officer, Locale locale, List<String> broken) {
    List<NoteView> notes = new ArrayList<>();
    try {
      for (Reports.InternalNote note : reports.notes(report, officer.municipalities())) {
        String at = note.readable() ? moment(note.at(), locale) : "";
        notes.add(new NoteView(note.author(), at, note.text(), note.readable()));
        if (!note.readable()) {
          broken.add("note");
        }
      }
    } catch (UnsealException e) {
      broken.add(part("notes", e));
      notes.add(new NoteView("", "", "", false)); // names it
    }
    return notes;
  }

  FileView attachment(Report report, AttachmentInfo attachment, Texts texts) {
    String path = "/backoffice/reports/" + report.id() + "/attachments/" + attachment.id();
    if (!attachment.readable()) {
      return new FileView(path, "", "", false, false);
    }
    boolean image = attachment.mediaType().startsWith("image/") && attachment.cleaned();
    String about =
        texts.get(
            "desk.attachment-about",
            attachment.mediaType(),
            Math.max(1, attachment.size() / 1024),
            moment(attachment.at(), texts.language().locale()),
            texts.get(attachment.cleaned() ? "desk.cleaned" : "desk.not-cleaned"),
            texts.get(attachment.scanned() ? "desk.scanned" : "desk.not-scanned"));
    return new FileView(path, attachment.name(), about, image, true);
  }

  private static String outcome(String key, Texts texts) {
    return texts.get("desk.outcome." + key);
  }

  private static List<Choice> moves(Report report, Texts texts) {
    if (report.municipality().isEmpty()) {
      return List.of();
    }
    return Transitions.from(report.state(), Transitions.Actor.OFFICER).stream()
        .sorted()
        .map(to -> new Choice(to.key(), texts.get("desk.move." + to.key())))
        .toList();
  }

  private List<Choice> take(Report report, Officer officer, Texts texts) {
    if (!Reports.canBeTaken(report)) {
      return List.of();
    }
    return officer.municipalities().stream()
        .map(id -> new Choice(id, reportTexts.municipality(id, texts)))
        .toList();
  }

  private static String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  static String moment(Instant at, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(DutchTime.ZONE)
        .format(at);
  }
}
