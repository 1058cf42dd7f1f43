package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.sealing.RandomText;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/**
 * Creates the {@link ReferralContent} from a validated form. Of what was reported, it contains only
 * the selected answers, their language, the consent, and the selected messages.
 */
@Singleton
class ReferralDrafter {

  private final ReferralMessages messages;
  private final Clock clock;

  ReferralDrafter(ReferralMessages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  ReferralContent draft(ReferralForm form, Report report, ReportContent content, Officer officer) {
    Map<Question, List<String>> choices = new EnumMap<>(Question.class);
    Map<Question, String> texts = new EnumMap<>(Question.class);
    List<Question> redacted = new ArrayList<>();
    Map<Question, String> translations = new EnumMap<>(Question.class);
    for (Question question : form.fields()) {
      if (question.isChoice()) {
        choices.put(question, content.choices().getOrDefault(question, List.of()));
      } else {
        String text = form.texts().getOrDefault(question, "");
        texts.put(question, text);
        Optional.ofNullable(form.translations().get(question))
            .ifPresent(translation -> translations.put(question, translation));
        if (!text.equals(ReferralForm.normaliseLines(content.texts().getOrDefault(question, "")))) {
          redacted.add(question);
        }
      }
    }
    return new ReferralContent(
        reference(),
        officer.name(),
        report.municipality().orElseThrow(),
        clock.instant(),
        form.justification(),
        content.language(),
        Consent.of(content).name().toLowerCase(Locale.ROOT),
        choices,
        texts,
        redacted,
        translations,
        messages.selected(report, form, officer));
  }

  /**
   * Creates a random reference, for example {@code OV-2026-K7MX-2PQA}, which reveals nothing about
   * the report.
   */
  private String reference() {
    int year = DutchTime.today(clock).getYear();
    return "OV-" + year + "-" + RandomText.groups(2, 4).toUpperCase(Locale.ROOT);
  }
}
