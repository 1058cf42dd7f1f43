package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.Recipient;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/** Prepares the form with which a report is referred. */
@Singleton
class ReferralFormViews {

  private final ReferralOptions options;
  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;

  ReferralFormViews(ReferralOptions options, ReportTexts reportTexts, DeskFactory deskFactory) {
    this.options = options;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
  }

  record Choice(String value, String text, boolean chosen) {}

  /**
   * Guidance for choosing a recipient.
   *
   * @param when to choose this recipient
   * @param share what may be shared at most
   * @param law the legal basis, and points of attention
   */
  record RecipientGuide(String name, String when, String share, String law) {}

  /**
   * An answered question in the form.
   *
   * @param freeText the free text; empty when it is not shown
   */
  record Field(
      String key,
      String question,
      String options,
      boolean chosen,
      Sharing sharing,
      FreeText freeText) {}

  /**
   * How an answer may be shared.
   *
   * @param barred whether the reporter did not allow this answer to be shared
   * @param identifying whether the answer identifies the reporter; its content is then not shown
   *     here
   * @param editable whether the answer is a free text that the officer can edit for sharing
   */
  record Sharing(boolean barred, boolean identifying, boolean editable) {}

  /**
   * The form.
   *
   * @param path address of the case file
   * @param consent what the reporter allowed, in words
   */
  record View(
      String path,
      String draftId,
      String consent,
      Recipients recipients,
      JustificationView justification,
      List<Field> fields,
      Enclosures enclosures) {}

  /** The messages and the files of the report from which the officer can choose. */
  record Enclosures(
      List<ReferralMessages.Choice> messages, List<ReferralAttachments.Choice> files) {}

  /** The recipients, and the guidance for choosing one. */
  record Recipients(List<Choice> choices, List<RecipientGuide> guides) {}

  /** The fields about purpose and legal basis. */
  record JustificationView(
      List<Choice> purposes, String explanation, List<Choice> bases, String basisExplanation) {}

  /**
   * A problem as it is shown.
   *
   * @param href address of the field, or of the page that solves the problem
   * @param newTab whether the link opens in a new tab, so that the form is kept
   */
  record FieldError(String href, String text, boolean newTab) {}

  /** A hidden field that keeps a value of the form while the preview is shown. */
  record RetainedField(String name, String value) {}

  /**
   * @param enclosures the messages and files from which the officer can choose
   */
  View view(
      String path,
      Report report,
      ReportContent content,
      ReferralForm form,
      Enclosures enclosures,
      Desk desk) {
    Texts texts = desk.texts();
    Consent consent = Consent.of(content);
    List<Field> fields = new ArrayList<>();
    for (Question question : Question.values()) {
      if (ReferralCheck.isAnswered(content, question)) {
        fields.add(field(question, content, form, consent));
      }
    }
    return new View(
        path,
        form.draftId(),
        texts.get("referral.consent." + consent.name().toLowerCase(Locale.ROOT)),
        recipients(report, form, texts),
        justification(form.justification(), consent, texts),
        fields,
        enclosures);
  }

  private Recipients recipients(Report report, ReferralForm form, Texts texts) {
    List<ReferralTarget> targets = options.targets(report);
    return new Recipients(
        targets.stream()
            .map(
                target ->
                    new Choice(
                        target.value(),
                        options.recipientName(target.recipient(), target.receiver(), texts),
                        target.value().equals(form.recipient())))
            .toList(),
        targets.stream()
            .map(ReferralTarget::recipient)
            .distinct()
            .map(recipient -> recipientGuide(recipient, texts))
            .toList());
  }

  private static JustificationView justification(
      ReferralContent.Justification entered, Consent consent, Texts texts) {
    List<String> possibleBases =
        ReferralOptions.BASES.stream()
            .filter(basis -> !basis.equals(ReferralOptions.CONSENT) || consent == Consent.SHARE)
            .toList();
    return new JustificationView(
        choices(ReferralOptions.PURPOSES, "referral.purpose.", entered.purpose(), texts),
        entered.explanation(),
        choices(possibleBases, "referral.basis.", entered.basis(), texts),
        entered.basisExplanation());
  }

  private static RecipientGuide recipientGuide(Recipient recipient, Texts texts) {
    String key = recipient.key();
    return new RecipientGuide(
        texts.get(
            recipient == Recipient.MUNICIPALITY
                ? "referral.to.other-municipality"
                : "referral.to." + key),
        texts.get("referral.when." + key),
        texts.get("referral.share." + key),
        texts.get("referral.law." + key));
  }

  private static List<Choice> choices(
      List<String> keys, String prefix, String chosen, Texts texts) {
    return keys.stream()
        .map(key -> new Choice(key, texts.get(prefix + key), key.equals(chosen)))
        .toList();
  }

  private Field field(
      Question question, ReportContent content, ReferralForm form, Consent consent) {
    Texts dutch = deskFactory.dutchTexts();
    boolean identifying = Consent.identifies(question);
    boolean barred = !consent.mayBeShared(question);
    List<String> options =
        identifying
            ? List.of()
            : content.choices().getOrDefault(question, List.of()).stream()
                .map(option -> reportTexts.optionText(question, option, dutch))
                .toList();
    return new Field(
        question.key(),
        ReportTexts.label(question, dutch),
        String.join(", ", options),
        form.fields().contains(question) && !barred,
        new Sharing(barred, identifying, !identifying && !question.isChoice()),
        new FreeText(
            identifying ? "" : form.texts().getOrDefault(question, ""),
            content.language(),
            form.translations().getOrDefault(question, "")));
  }

  static List<FieldError> errors(List<ReferralCheck.Problem> problems, Desk desk) {
    return problems.stream()
        .distinct()
        .map(
            problem ->
                new FieldError("#" + problem.anchor(), desk.texts().get(problem.key()), false))
        .toList();
  }

  /**
   * The form as hidden fields. Texts that identify the reporter are left out, because the form does
   * not show them.
   */
  static List<RetainedField> retained(ReferralForm form, ReportContent content) {
    List<RetainedField> retained = new ArrayList<>();
    retained.add(new RetainedField("draft", form.draftId()));
    retained.add(new RetainedField("recipient", form.recipient()));
    retained.add(new RetainedField("purpose", form.justification().purpose()));
    retained.add(new RetainedField("explanation", form.justification().explanation()));
    retained.add(new RetainedField("basis", form.justification().basis()));
    retained.add(new RetainedField("stated", form.justification().basisExplanation()));
    form.files().forEach(file -> retained.add(new RetainedField("file", file)));
    form.fields().forEach(question -> retained.add(new RetainedField("field", question.key())));
    content.texts().keySet().stream()
        .filter(question -> !Consent.identifies(question))
        .forEach(
            question ->
                Optional.ofNullable(form.texts().get(question))
                    .ifPresent(
                        text ->
                            retained.add(
                                new RetainedField(
                                    ReferralForm.TEXT_FIELD_PREFIX + question.key(), text))));
    form.translations()
        .forEach(
            (question, translation) ->
                retained.add(
                    new RetainedField(
                        ReferralForm.TRANSLATION_FIELD_PREFIX + question.key(), translation)));
    retainMessages(form.messages(), retained);
    return retained;
  }

  private static void retainMessages(MessageInput messages, List<RetainedField> retained) {
    messages.chosen().forEach(id -> retained.add(new RetainedField(MessageInput.CHOSEN_FIELD, id)));
    messages
        .texts()
        .forEach(
            (id, text) ->
                retained.add(new RetainedField(MessageInput.TEXT_FIELD_PREFIX + id, text)));
    messages
        .translations()
        .forEach(
            (id, translation) ->
                retained.add(
                    new RetainedField(MessageInput.TRANSLATION_FIELD_PREFIX + id, translation)));
  }
}
