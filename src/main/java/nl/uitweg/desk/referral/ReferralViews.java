package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Consent;
import nl.uitweg.report.Question;
import nl.uitweg.report.Report;
import nl.uitweg.report.Signal;

/** Lays out the form with which a report is handed over. */
@Singleton
class ReferralViews {

  private final Choices choices;
  private final ReportTexts reportTexts;
  private final Desks desks;

  ReferralViews(Choices choices, ReportTexts reportTexts, Desks desks) {
    this.choices = choices;
    this.reportTexts = reportTexts;
    this.desks = desks;
  }

  record Choice(String value, String text, boolean chosen) {}

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
      List<Choice> purposes,
      String explanation,
      List<Choice> bases,
      String stated,
      List<Field> fields,
      List<Enclosures.Choice> files,
      String consent) {}

  /**
   * A problem in words.
   *
   * @param href to its field, or to what solves it
   * @param elsewhere opens in a new tab, so that the form stays
   */
  record Said(String href, String text, boolean elsewhere) {}

  /** A hidden field that carries the form through the preview. */
  record Kept(String name, String value) {}

  /**
   * @param files of the report, to choose from
   */
  View view(
      String path,
      Signal signal,
      Report report,
      ReferralForm form,
      List<Enclosures.Choice> files,
      Desk desk) {
    Texts texts = desk.texts();
    Consent consent = Consent.of(report);
    List<Field> fields = new ArrayList<>();
    for (Question question : Question.values()) {
      if (ReferralCheck.answered(report, question)) {
        fields.add(field(question, report, form, consent));
      }
    }
    return new View(
        path,
        form.draft(),
        choices.targets(signal).stream()
            .map(
                target ->
                    new Choice(
                        target.value(),
                        choices.name(target.recipient(), target.receiver(), texts),
                        target.value().equals(form.recipient())))
            .toList(),
        list(Choices.PURPOSES, "referral.purpose.", form.purpose(), texts),
        form.explanation(),
        list(
            Choices.BASES.stream()
                .filter(one -> !one.equals(Choices.CONSENT) || consent == Consent.SHARE)
                .toList(),
            "referral.basis.",
            form.basis(),
            texts),
        form.stated(),
        fields,
        files,
        texts.get("referral.consent." + consent.name().toLowerCase(java.util.Locale.ROOT)));
  }

  private static List<Choice> list(List<String> keys, String prefix, String chosen, Texts texts) {
    return keys.stream()
        .map(key -> new Choice(key, texts.get(prefix + key), key.equals(chosen)))
        .toList();
  }

  private Field field(Question question, Report report, ReferralForm form, Consent consent) {
    Texts dutch = desks.dutch();
    boolean who = Consent.identifies(question);
    boolean barred = !consent.mayPassOn(question);
    List<String> options =
        who
            ? List.of()
            : report.choices().getOrDefault(question, List.of()).stream()
                .map(option -> reportTexts.words(question, option, dutch))
                .toList();
    return new Field(
        question.key(),
        dutch.get("form." + question.key()),
        String.join(", ", options),
        who ? "" : form.texts().getOrDefault(question, ""),
        report.language(),
        form.fields().contains(question) && !barred,
        barred,
        who,
        !who && !question.isChoice());
  }

  static List<Said> said(List<ReferralCheck.Problem> problems, Desk desk) {
    return problems.stream()
        .distinct()
        .map(problem -> new Said("#" + problem.anchor(), desk.texts().get(problem.key()), false))
        .toList();
  }

  /** The form as hidden fields; of the texts only those that are chosen and were shown. */
  static List<Kept> kept(ReferralForm form, Report report) {
    List<Kept> kept = new ArrayList<>();
    kept.add(new Kept("draft", form.draft()));
    kept.add(new Kept("recipient", form.recipient()));
    kept.add(new Kept("purpose", form.purpose()));
    kept.add(new Kept("explanation", form.explanation()));
    kept.add(new Kept("basis", form.basis()));
    kept.add(new Kept("stated", form.stated()));
    form.files().forEach(file -> kept.add(new Kept("file", file)));
    form.fields().forEach(question -> kept.add(new Kept("field", question.key())));
    report.texts().keySet().stream()
        .filter(question -> !Consent.identifies(question))
        .forEach(
            question ->
                Optional.ofNullable(form.texts().get(question))
                    .ifPresent(text -> kept.add(new Kept("text-" + question.key(), text))));
    return kept;
  }
}
