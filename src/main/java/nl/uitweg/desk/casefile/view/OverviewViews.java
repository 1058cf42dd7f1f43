package nl.uitweg.desk.casefile.view;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.danger.DangerTexts;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.indexing.Outcomes;

/**
 * Prepares the parts of the case file that depend on the content of the report: the header, the
 * contact details and the answers.
 */
@Singleton
class OverviewViews {

  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;
  private final Outcomes outcomes;
  private final DangerTexts danger;
  private final Reports reports;

  OverviewViews(
      ReportTexts reportTexts,
      DeskFactory deskFactory,
      Outcomes outcomes,
      DangerTexts danger,
      Reports reports) {
    this.danger = danger;
    this.reports = reports;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
    this.outcomes = outcomes;
  }

  Overview of(ReportContent content, Reading reading, Optional<IdentityAccess.Grant> grant) {
    Texts texts = reading.texts();
    return new Overview(
        Optional.of(content),
        new CaseFileView.Header(
            true,
            false,
            reading.report().urgency() == Urgency.URGENT,
            contactChoice(content, texts),
            facts(reading, Optional.of(content.language())),
            danger.warnings(content, messages(reading), texts),
            ReportTexts.doubtTexts(content.doubts(), texts)),
        contact(content, grant),
        answersBesideHeader(content),
        replyLanguages(content));
  }

  /** For a report that cannot be decrypted. */
  Overview unreadable(Reading reading, boolean purged) {
    return new Overview(
        Optional.empty(),
        new CaseFileView.Header(
            false,
            purged,
            reading.report().urgency() == Urgency.URGENT,
            CaseFileView.ContactChoice.NONE,
            facts(reading, Optional.empty()),
            List.of(),
            List.of()),
        CaseFileView.Contact.NONE,
        List.of(),
        List.of(Language.DUTCH.code()));
  }

  /**
   * The answers without the choice of contact, which the header shows with what follows from it.
   */
  private List<ReportTexts.Answer> answersBesideHeader(ReportContent content) {
    return reportTexts.answers(content, deskFactory.dutchTexts()).stream()
        .filter(answer -> !answer.key().equals(Question.CONTACT.key()))
        .toList();
  }

  private Collection<String> messages(Reading reading) {
    try {
      return reports.reporterTexts(reading.report(), reading.municipalities()).values();
    } catch (UnsealException | IllegalStateException e) {
      return List.of(); // the conversation itself shows that it is unreadable
    }
  }

  private CaseFileView.ContactChoice contactChoice(ReportContent content, Texts texts) {
    String option = content.choice(Question.CONTACT).orElse("unknown");
    String consent = Consent.of(content).name().toLowerCase(Locale.ROOT);
    return new CaseFileView.ContactChoice(
        reportTexts.optionText(Question.CONTACT, option, deskFactory.dutchTexts()),
        texts.get("desk.consent-" + consent));
  }

  private CaseFileView.Contact contact(
      ReportContent content, Optional<IdentityAccess.Grant> grant) {
    Texts dutch = deskFactory.dutchTexts();
    return new CaseFileView.Contact(
        grant.isEmpty() && reportTexts.hasContactDetails(content),
        grant
            .map(granted -> reportTexts.contactDetails(content, dutch, granted))
            .orElse(List.of()));
  }

  /**
   * @param language code of the language of the report; empty when unknown
   */
  private CaseFileView.Facts facts(Reading reading, Optional<String> language) {
    Texts texts = reading.texts();
    return new CaseFileView.Facts(
        reports.handling(reading.report()).map(h -> h.number().toString()).orElse(""),
        reading.report().forms().stream()
            .map(form -> reportTexts.optionText(Question.FORMS, form, deskFactory.dutchTexts()))
            .collect(Collectors.joining(", ")),
        Dates.day(reading.report().receivedOn(), texts.language()),
        reading
            .report()
            .municipality()
            .map(id -> reportTexts.municipalityName(id, texts))
            .orElseGet(() -> texts.get("desk.not-taken")),
        texts.get("desk.state." + reading.report().state().key()),
        outcomes.of(reading.report()).map(key -> ActionViews.outcomeText(key, texts)).orElse(""),
        language.map(code -> reportTexts.languageName(code, texts)).orElse(""),
        language.filter(code -> !code.equals(Language.DUTCH.code())).isPresent());
  }

  private static List<String> replyLanguages(ReportContent content) {
    Set<String> languages = new LinkedHashSet<>();
    content.choice(Question.REPLY_LANGUAGE).ifPresent(languages::add);
    languages.add(content.language());
    languages.add(Language.DUTCH.code());
    return List.copyOf(languages);
  }
}
