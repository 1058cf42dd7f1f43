package nl.uitweg.backoffice.casefile;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.backoffice.CaseFilePanel;
import nl.uitweg.backoffice.Desk;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.backoffice.FileView;
import nl.uitweg.backoffice.IdentityAccess;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.backoffice.ReportTexts;
import nl.uitweg.language.Language;
import nl.uitweg.language.Texts;
import nl.uitweg.sealing.UnsealException;
import nl.uitweg.signal.Consent;
import nl.uitweg.signal.OpenAttachment;
import nl.uitweg.signal.Outcomes;
import nl.uitweg.signal.PurgedReportException;
import nl.uitweg.signal.Purging;
import nl.uitweg.signal.Question;
import nl.uitweg.signal.ReplacedContentException;
import nl.uitweg.signal.Report;
import nl.uitweg.signal.Reports;
import nl.uitweg.signal.Signal;
import nl.uitweg.signal.SignalState;
import nl.uitweg.signal.Transitions;
import nl.uitweg.signal.Urgency;
import org.jboss.logging.Logger;

/** Opens one report for its reader and lays it out. */
@Singleton
class CaseFiles {

  private static final Logger LOG = Logger.getLogger(CaseFiles.class);
  private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

  private final Reports reports;
  private final ReportTexts texts;
  private final Desks desks;
  private final Purging purging;
  private final Outcomes outcomes;
  private final Conversations conversations;
  private final List<CaseFilePanel> panels;

  CaseFiles(
      Reports reports,
      ReportTexts texts,
      Desks desks,
      Purging purging,
      Outcomes outcomes,
      Conversations conversations,
      @All List<CaseFilePanel> panels) {
    this.panels = panels;
    this.conversations = conversations;
    this.reports = reports;
    this.texts = texts;
    this.desks = desks;
    this.purging = purging;
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
      return moves.stream().anyMatch(move -> move.value().equals(SignalState.CLOSED.key()));
    }
  }

  record Choice(String value, String text) {}

  record NoteView(String author, String at, String text, boolean opens) {}

  /**
   * @param grant to see who reported it, when that was asked
   */
  View view(Signal signal, Officer officer, Optional<IdentityAccess.Grant> grant, Desk desk) {
    Texts m = desk.m();
    Optional<Report> opened = Optional.empty();
    Locale locale = m.language().locale();
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
      Report report = reports.open(signal, officer.municipalities());
      opened = Optional.of(report);
      answers.addAll(texts.answers(report, desks.dutch()));
      consent =
          texts.words(
              Question.CONTACT, report.choice(Question.CONTACT).orElse("unknown"), desks.dutch());
      rule = m.t("backoffice.consent-" + Consent.of(report).name().toLowerCase(Locale.ROOT));
      reachable = grant.isEmpty() && texts.hasContactDetails(report);
      contact =
          grant
              .map(granted -> texts.contactDetails(report, desks.dutch(), granted))
              .orElse(List.of());
      doubts = report.doubts().stream().map(why -> ReportTexts.doubt(why, m)).toList();
      writtenIn = texts.languageName(report.language(), m);
      report.choice(Question.REPLY_LANGUAGE).ifPresent(replyLanguages::add);
      replyLanguages.add(report.language());
    } catch (UnsealException | IllegalStateException e) {
      LOG.warnf("Report %s does not open", signal.id());
      opens = false;
      purged = e instanceof PurgedReportException;
      broken.add(part("report", e));
    }
    replyLanguages.add(Language.DUTCH.code());
    List<NoteView> notes = purged ? List.of() : notes(signal, officer, locale, broken);
    List<Conversations.MessageView> messages =
        purged ? List.of() : conversations.messages(signal, officer, m, broken);
    List<FileView> attachments = purged ? List.of() : attachments(signal, officer, m, broken);
    if (!purged) {
      panels.forEach(panel -> broken.addAll(panel.broken(signal, officer)));
    }
    return new View(
        signal.id().toString(),
        "/backoffice/reports/" + signal.id(),
        opens,
        purged,
        signal.urgency() == Urgency.URGENT,
        consent,
        rule,
        reachable,
        contact,
        doubts,
        signal
            .municipality()
            .map(id -> texts.municipality(id, m))
            .orElseGet(() -> m.t("backoffice.not-taken")),
        m.t("backoffice.state." + signal.state().key()),
        day(signal.receivedOn(), locale),
        writtenIn,
        List.copyOf(replyLanguages),
        answers,
        moves(signal, m),
        Outcomes.ALL.stream().map(key -> new Choice(key, outcome(key, m))).toList(),
        outcomes.of(signal).map(key -> outcome(key, m)).orElse(""),
        take(signal, officer, m),
        purging.dueOn(signal).map(due -> m.t("backoffice.purge", day(due, locale))).orElse(""),
        purging.remind(signal),
        notes,
        messages,
        attachments,
        purged ? List.of() : panels(signal, opened, officer, desk),
        broken);
  }

  /** The name of a part that does not open, for the audit. */
  private static String part(String name, Exception reason) {
    if (reason instanceof PurgedReportException) {
      return name + "-purged";
    }
    return reason instanceof ReplacedContentException ? name + "-replaced" : name;
  }

  private List<FileView> attachments(Signal signal, Officer officer, Texts m, List<String> broken) {
    List<FileView> attachments = new ArrayList<>();
    for (OpenAttachment attachment : reports.attachments(signal, officer.municipalities())) {
      attachments.add(attachment(signal, attachment, m));
      if (!attachment.opens()) {
        broken.add("attachment/" + attachment.id());
      }
    }
    return attachments;
  }

  private List<String> panels(Signal signal, Optional<Report> report, Officer officer, Desk desk) {
    return panels.stream()
        .sorted(Comparator.comparingInt(CaseFilePanel::order))
        .map(panel -> panel.html(signal, report, officer, desk))
        .toList();
  }

  private List<NoteView> notes(Signal signal, Officer officer, Locale locale, List<String> broken) {
    List<NoteView> notes = new ArrayList<>();
    try {
      for (Reports.OpenNote note : reports.notes(signal, officer.municipalities())) {
        String at = note.opens() ? moment(note.at(), locale) : "";
        notes.add(new NoteView(note.author(), at, note.text(), note.opens()));
        if (!note.opens()) {
          broken.add("note");
        }
      }
    } catch (UnsealException e) {
      broken.add(part("notes", e));
      notes.add(new NoteView("", "", "", false)); // names it
    }
    return notes;
  }

  FileView attachment(Signal signal, OpenAttachment attachment, Texts m) {
    String path = "/backoffice/reports/" + signal.id() + "/attachments/" + attachment.id();
    if (!attachment.opens()) {
      return new FileView(path, "", "", false, false);
    }
    boolean image = attachment.mediaType().startsWith("image/") && attachment.cleaned();
    String about =
        m.t(
            "backoffice.attachment-about",
            attachment.mediaType(),
            Math.max(1, attachment.size() / 1024),
            moment(attachment.at(), m.language().locale()),
            m.t(attachment.cleaned() ? "backoffice.cleaned" : "backoffice.not-cleaned"),
            m.t(attachment.scanned() ? "backoffice.scanned" : "backoffice.not-scanned"));
    return new FileView(path, attachment.name(), about, image, true);
  }

  private static String outcome(String key, Texts m) {
    return m.t("backoffice.outcome." + key);
  }

  private static List<Choice> moves(Signal signal, Texts m) {
    if (signal.municipality().isEmpty()) {
      return List.of();
    }
    return Transitions.from(signal.state(), Transitions.Actor.OFFICER).stream()
        .sorted()
        .map(to -> new Choice(to.key(), m.t("backoffice.move." + to.key())))
        .toList();
  }

  private List<Choice> take(Signal signal, Officer officer, Texts m) {
    if (!Reports.isForAll(signal)) {
      return List.of();
    }
    return officer.municipalities().stream()
        .map(id -> new Choice(id, texts.municipality(id, m)))
        .toList();
  }

  private static String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  static String moment(Instant at, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(DUTCH_TIME)
        .format(at);
  }
}
