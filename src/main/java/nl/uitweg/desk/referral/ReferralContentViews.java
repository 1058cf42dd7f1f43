package nl.uitweg.desk.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.referral.Referrals;
import nl.uitweg.referral.SharedFile;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;

/** Lays out what is referred: in the preview, on the screens of both sides, and in the file. */
@Singleton
public class ReferralContentViews {

  private static final int KILOBYTE = 1024;
  private static final int CONFLICT = 409;

  private final ReportTexts reportTexts;
  private final Desks desks;

  ReferralContentViews(ReportTexts reportTexts, Desks desks) {
    this.reportTexts = reportTexts;
    this.desks = desks;
  }

  /**
   * One shared answer, question and options in Dutch.
   *
   * @param question key of the question
   * @param text as the officer made it fit to share, in the language of the reporter
   * @param redacted whether the officer changed the text
   */
  public record Answer(
      String question,
      String label,
      List<String> options,
      String text,
      String language,
      boolean redacted) {

    /** Whether it says who the reporter is and may not be shown now; every other has content. */
    public boolean hidden() {
      return options.isEmpty() && text.isEmpty();
    }
  }

  /** A referral in words. */
  public record View(
      String reference,
      String from,
      String officer,
      String at,
      String purpose,
      String explanation,
      String basis,
      String stated,
      String writtenIn,
      String consent,
      List<Answer> answers,
      List<AttachedFile> files) {

    /** Whether there is something that may be asked for. */
    public boolean reachable() {
      return answers.stream().anyMatch(Answer::hidden);
    }
  }

  /** A file that goes along, as the file of the referral names it. */
  public record AttachedFile(String name, String mediaType, int size) {}

  public record NoteView(String kind, String author, String at, String text) {}

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance referralbroken(Desk desk, String back, String backText);
  }

  /**
   * Says that a referral was altered.
   *
   * @param backText key of the words of the link back
   */
  public static Response broken(Desk desk, String back, String backText) {
    return ReferralResource.html(CONFLICT, Templates.referralbroken(desk, back, backText));
  }

  /** Whether it says who the reporter is. */
  public static boolean identifies(ReferralContent content) {
    return content.questions().stream().anyMatch(Consent::identifies);
  }

  /**
   * @param grant to see who reported it, when that was asked
   */
  public View view(
      ReferralContent content,
      List<SharedFile> files,
      Optional<IdentityAccess.Grant> grant,
      Texts texts) {
    return view(
        content,
        grant,
        texts,
        files.stream()
            .filter(SharedFile::opens)
            .map(file -> new AttachedFile(file.name(), file.mediaType(), file.size()))
            .toList());
  }

  /** Before it is final, with the files that were chosen. */
  View preview(
      ReferralContent content,
      List<ReferralAttachments.Chosen> files,
      Optional<IdentityAccess.Grant> grant,
      Texts texts) {
    return view(
        content,
        grant,
        texts,
        files.stream()
            .map(
                file ->
                    new AttachedFile(
                        file.name(), file.attachment().mediaType(), file.attachment().size()))
            .toList());
  }

  public static FileView file(SharedFile file, String path, Texts texts) {
    return new FileView(
        path + "/files/" + file.id(),
        file.name(),
        file.opens() ? about(file.mediaType(), file.size(), file.scanned(), texts) : "",
        file.image(),
        file.opens());
  }

  static String about(String mediaType, int size, boolean scanned, Texts texts) {
    return texts.get(
        "referral.file-about",
        mediaType,
        Math.max(1, size / KILOBYTE),
        texts.get(scanned ? "desk.scanned" : "desk.not-scanned"));
  }

  private View view(
      ReferralContent content,
      Optional<IdentityAccess.Grant> grant,
      Texts texts,
      List<AttachedFile> files) {
    return new View(
        content.reference(),
        reportTexts.municipality(content.municipality(), texts),
        content.officer(),
        time(content.at(), texts),
        texts.get("referral.purpose." + content.goal().purpose()),
        content.goal().explanation(),
        texts.get("referral.basis." + content.goal().basis()),
        content.goal().stated(),
        reportTexts.languageName(content.language(), texts),
        texts.get("referral.consent." + content.consent()),
        content.questions().stream().map(question -> answer(content, question, grant)).toList(),
        files);
  }

  private Answer answer(
      ReferralContent content, Question question, Optional<IdentityAccess.Grant> grant) {
    Texts dutch = desks.dutch();
    if (Consent.identifies(question) && grant.isEmpty()) {
      String label = dutch.get("form." + question.key());
      return new Answer(question.key(), label, List.of(), "", content.language(), false);
    }
    return new Answer(
        question.key(),
        dutch.get("form." + question.key()),
        content.choices().getOrDefault(question, List.of()).stream()
            .map(option -> reportTexts.words(question, option, dutch))
            .toList(),
        content.texts().getOrDefault(question, ""),
        content.language(),
        content.redacted().contains(question));
  }

  public List<NoteView> notes(Referrals.Opened opened, Desk desk) {
    return opened.notes().stream()
        .map(
            note ->
                new NoteView(
                    desk.texts()
                        .get(
                            "referral.note."
                                + note.kind().name().toLowerCase(java.util.Locale.ROOT)),
                    note.author(),
                    time(note.at(), desk.texts()),
                    note.text()))
        .toList();
  }

  public static String time(Instant at, Texts texts) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(texts.language().locale())
        .format(at.atZone(DutchTime.ZONE));
  }
}
