package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.Recipient;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/** Lays out the form with which a report is referred. */
@Singleton
class ReferralViews {

  private final ReferralOptions options;
  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;

  ReferralViews(ReferralOptions options, ReportTexts reportTexts, DeskFactory deskFactory) {
    this.options = options;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
  }

  record Choice(String value, String text, boolean chosen) {}

  /**
   * What helps to choose a recipient.
   *
   * @param when to choose it
   * @param share what may go along at most
   * @param law on what ground, and what to watch
   */
  record Guide(String name, String when, String share, String law) {}

  /**
   * An answered question.
   *
   * @param barred the reporter did not allow that it is passed on
   * @param who it says who the reporter is: its content is not shown here
   * @param free text that the officer can make fit to share
   */
  record Field(
      String key,
      String question,
      String options,
      String text,
      String language,
      boolean chosen,
      boolean barred,
      boolean who,
      boolean free) {}

  record View(
      String path,
      String draft,
      List<Choice> recipients,
      List<Guide> guides,
      List<Choice> purposes,
      String explanation,
      List<Choice> bases,
      String stated,
      List<Field> fields,
      List<ReferralAttachments.Choice> files,
      String consent) {}

  /**
   * A problem in words.
   *
   * @param href to its field, or to what solves it
   * @param elsewhere opens in a new tab, so that the form stays
   */
  record FieldError(String href, String text, boolean elsewhere) {}

  /** A hidden field that carries the form through the preview. */
  record RetainedField(String name, String value) {}

  /**
   * @param files of the report, to choose from
   */
  View view(
      String path,
      Report report,
      ReportContent content,
      ReferralForm form,
      List<ReferralAttachments.Choice> files,
      Desk desk) {
    Texts texts = desk.texts();
    Consent consent = Consent.of(content);
    List<Field> fields = new ArrayList<>();
    for (Question question : Question.values()) {
      if (ReferralCheck.answered(content, question)) {
        fields.add(field(question, content, form, consent));
      }
    }
    return new View(
        path,
        form.draft(),
        options.targets(report).stream()
            .map(
                target ->
                    new Choice(
                        target.value(),
                        options.name(target.recipient(), target.receiver(), texts),
                        target.value().equals(form.recipient())))
            .toList(),
        options.targets(report).stream()
            .map(ReferralTarget::recipient)
            .distinct()
            .map(recipient -> guide(recipient, texts))
            .toList(),
        list(ReferralOptions.PURPOSES, "referral.purpose.", form.purpose(), texts),
        form.explanation(),
        list(
            ReferralOptions.BASES.stream()
                .filter(one -> !one.equals(ReferralOptions.CONSENT) || consent == Consent.SHARE)
                .toList(),
            "referral.basis.",
            form.basis(),
            texts),
        form.stated(),
        fields,
        files,
        texts.get("referral.consent." + consent.name().toLowerCase(java.util.Locale.ROOT)));
  }

  private static Guide guide(Recipient recipient, Texts texts) {
    String key = recipient.key();
    return new Guide(
        texts.get(
            recipient == Recipient.MUNICIPALITY
                ? "referral.to.other-municipality"
                : "referral.to." + key),
        texts.get("referral.when." + key),
        texts.get("referral.share." + key),
        texts.get("referral.law." + key));
  }

  private static List<Choice> list(List<String> keys, String prefix, String chosen, Texts texts) {
    return keys.stream()
        .map(key -> new Choice(key, texts.get(prefix + key), key.equals(chosen)))
        .toList();
  }

  private Field field(
      Question question, ReportContent content, ReferralForm form, Consent consent) {
    Texts dutch = deskFactory.dutchTexts();
    boolean who = Consent.identifies(question);
    boolean barred = !consent.mayPassOn(question);
    List<String> options =
        who
            ? List.of()
            : content.choices().getOrDefault(question, List.of()).stream()
                .map(option -> reportTexts.optionText(question, option, dutch))
                .toList();
    return new Field(
        question.key(),
        dutch.get("form." + question.key()),
        String.join(", ", options),
        who ? "" : form.texts().getOrDefault(question, ""),
        content.language(),
        form.fields().contains(question) && !barred,
        barred,
        who,
        !who && !question.isChoice());
  }

  static List<FieldError> errors(List<ReferralCheck.Problem> problems, Desk desk) {
    return problems.stream()
        .distinct()
        .map(
            problem ->
                new FieldError("#" + problem.anchor(), desk.texts().get(problem.key()), false))
        .toList();
  }

  /** The form as hidden fields; of the texts only those that are chosen and were shown. */
  static List<RetainedField> retained(ReferralForm form, ReportContent content) {
    List<RetainedField> retained = new ArrayList<>();
    retained.add(new RetainedField("draft", form.draft()));
    retained.add(new RetainedField("recipient", form.recipient()));
    retained.add(new RetainedField("purpose", form.purpose()));
    retained.add(new RetainedField("explanation", form.explanation()));
    retained.add(new RetainedField("basis", form.basis()));
    retained.add(new RetainedField("stated", form.stated()));
    form.files().forEach(file -> retained.add(new RetainedField("file", file)));
    form.fields().forEach(question -> retained.add(new RetainedField("field", question.key())));
    content.texts().keySet().stream()
        .filter(question -> !Consent.identifies(question))
        .forEach(
            question ->
                Optional.ofNullable(form.texts().get(question))
                    .ifPresent(
                        text -> retained.add(new RetainedField("text-" + question.key(), text))));
    return retained;
  }
}
