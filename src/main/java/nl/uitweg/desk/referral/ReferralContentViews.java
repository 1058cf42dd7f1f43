package nl.uitweg.desk.referral;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.referral.Referrals;
import nl.uitweg.referral.SharedFile;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;

/**
 * Prepares the content of a referral for the preview, for the screens of the sender and the
 * receiver, and for the file. {@code ReferralDocument} writes {@link View} as JSON, so the names of
 * its components are part of that format.
 */
@Singleton
public class ReferralContentViews {

  private static final int BYTES_PER_KILOBYTE = 1024;
  private static final int CONFLICT = 409;

  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;

  ReferralContentViews(ReportTexts reportTexts, DeskFactory deskFactory) {
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
  }

  /**
   * One shared answer; the label and the options are in Dutch.
   *
   * @param question key of the question
   * @param label text of the question
   * @param text the text as the officer edited it for sharing, in the language of the reporter
   * @param redacted whether the officer changed the text
   * @param officerTranslation the officer's own translation of the text into Dutch; empty when
   *     there is none
   */
  public record Answer(
      String question,
      String label,
      List<String> options,
      String text,
      String language,
      boolean redacted,
      String officerTranslation) {

    /**
     * Whether the answer identifies the reporter and may not be shown now. Every other answer has
     * content.
     */
    public boolean hidden() {
      return options.isEmpty() && text.isEmpty();
    }
  }

  /** A referral as it is shown. In the JSON, the heading and the justification are not nested. */
  public record View(
      @JsonUnwrapped Heading heading,
      @JsonUnwrapped Justification justification,
      String writtenIn,
      String consent,
      List<Answer> answers,
      List<AttachedFile> files,
      List<SharedMessageView> messages) {

    /** Whether the referral has a hidden answer that the officer may ask to see. */
    public boolean hasHiddenAnswer() {
      return answers.stream().anyMatch(Answer::hidden);
    }
  }

  /** From whom a referral is, and when it was sent. */
  public record Heading(String reference, String from, String officer, String at) {

    /** For a referral that cannot be decrypted. */
    public static final Heading NONE = new Heading("", "", "", "");
  }

  /**
   * The purpose and the legal basis of a referral, as texts.
   *
   * @param explanation explanation of the purpose, in the officer's words
   * @param basisStatement the legal basis in the officer's words
   */
  public record Justification(
      String purpose, String explanation, String basis, String basisStatement) {}

  /** A shared file, as it is attached to the PDF of the referral. */
  public record AttachedFile(String name, String mediaType, int size) {}

  public record NoteView(String kind, String author, String at, String text) {}

  @CheckedTemplate(basePath = "desk/referral")
  static class Templates {
    static native TemplateInstance unreadable(Desk desk, String back, String backTextKey);
  }

  /**
   * The response for a referral that cannot be decrypted.
   *
   * @param backTextKey key of the text of the link back
   */
  public static Response undecryptable(Desk desk, String back, String backTextKey) {
    return HtmlResponse.of(CONFLICT, Templates.unreadable(desk, back, backTextKey));
  }

  /** Whether the content identifies the reporter. */
  public static boolean identifies(ReferralContent content) {
    return content.questions().stream().anyMatch(Consent::identifies);
  }

  /**
   * Prepares a referral that was sent.
   *
   * @param grant access to the identity of the reporter; empty when the officer did not ask for it
   *     or was refused
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
            .filter(SharedFile::readable)
            .map(file -> new AttachedFile(file.name(), file.mediaType(), file.size()))
            .toList());
  }

  /** Prepares the preview of a referral before it is sent, with the selected files. */
  View preview(
      ReferralContent content,
      List<ReferralAttachments.SelectedFile> files,
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

  /**
   * Prepares a shared file.
   *
   * @param path address of the referral
   */
  public static FileView file(SharedFile file, String path, Texts texts) {
    return new FileView(
        path + "/files/" + file.id(),
        file.name(),
        file.readable()
            ? fileDescription(file.mediaType(), file.size(), file.scanned(), texts)
            : "",
        file.isCleanedImage(),
        file.readable());
  }

  static String fileDescription(String mediaType, int size, boolean scanned, Texts texts) {
    return texts.get(
        "referral.file-about",
        mediaType,
        Math.max(1, size / BYTES_PER_KILOBYTE),
        texts.get(scanned ? "desk.scanned" : "desk.not-scanned"));
  }

  private View view(
      ReferralContent content,
      Optional<IdentityAccess.Grant> grant,
      Texts texts,
      List<AttachedFile> files) {
    return new View(
        new Heading(
            content.reference(),
            reportTexts.municipalityName(content.municipality(), texts),
            content.officer(),
            Dates.shortMoment(content.at(), texts.language())),
        justification(content.justification(), texts),
        reportTexts.languageName(content.language(), texts),
        texts.get("referral.consent." + content.consent()),
        content.questions().stream().map(question -> answer(content, question, grant)).toList(),
        files,
        content.messages().stream().map(message -> SharedMessageView.of(message, texts)).toList());
  }

  private static Justification justification(
      ReferralContent.Justification justification, Texts texts) {
    return new Justification(
        texts.get("referral.purpose." + justification.purpose()),
        justification.explanation(),
        texts.get("referral.basis." + justification.basis()),
        justification.basisExplanation());
  }

  private Answer answer(
      ReferralContent content, Question question, Optional<IdentityAccess.Grant> grant) {
    Texts dutch = deskFactory.dutchTexts();
    if (Consent.identifies(question) && grant.isEmpty()) {
      String label = ReportTexts.label(question, dutch);
      return new Answer(question.key(), label, List.of(), "", content.language(), false, "");
    }
    return new Answer(
        question.key(),
        ReportTexts.label(question, dutch),
        content.choices().getOrDefault(question, List.of()).stream()
            .map(option -> reportTexts.optionText(question, option, dutch))
            .toList(),
        content.texts().getOrDefault(question, ""),
        content.language(),
        content.redacted().contains(question),
        content.translations().getOrDefault(question, ""));
  }

  public List<NoteView> notes(Referrals.ReferralDetails details, Desk desk) {
    return details.notes().stream()
        .map(
            note ->
                new NoteView(
                    desk.texts()
                        .get("referral.note." + note.kind().name().toLowerCase(Locale.ROOT)),
                    note.author(),
                    note.kind() == Referrals.Kind.UNREADABLE
                        ? ""
                        : Dates.shortMoment(note.at(), desk.texts().language()),
                    note.text()))
        .toList();
  }
}
