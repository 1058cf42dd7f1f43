package nl.uitweg.desk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Doubt;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.received.PurgedReportException;

/**
 * Turns the answers of a report into texts for officers: chosen options are translated, free texts
 * are shown as they were written.
 */
@Singleton
public class ReportTexts {

  /**
   * Maximum number of characters of a report that a list shows. To read more, an officer opens the
   * report, which is recorded.
   */
  private static final int MAX_SUMMARY_CHARACTERS = 200;

  private final Region region;

  ReportTexts(Region region) {
    this.region = region;
  }

  /**
   * One answered question.
   *
   * @param options texts of the chosen options
   * @param text as the reporter wrote it; empty when the question has options
   * @param language code of the language of the text
   */
  public record Answer(
      String key, String question, List<String> options, String text, String language) {

    private static final int MAX_SHORT_CHARACTERS = 60;

    /** Whether the text needs the whole width of a page with two columns of answers. */
    public boolean isLong() {
      return text.length() > MAX_SHORT_CHARACTERS || text.contains("\n");
    }
  }

  /** The beginning of a text as one line, for lists. */
  public static String summary(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= MAX_SUMMARY_CHARACTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_SUMMARY_CHARACTERS)) + "…";
  }

  /**
   * What lists show of a report: what happens, or the ticked indicators when nothing was written.
   *
   * @param texts for the indicators
   */
  public String whatHappens(ReportContent content, Texts texts) {
    String written = content.texts().getOrDefault(Question.WHAT, "");
    return written.isEmpty()
        ? content.choices().getOrDefault(Question.INDICATORS, List.of()).stream()
            .map(option -> optionText(Question.INDICATORS, option, texts))
            .collect(Collectors.joining("; "))
        : written;
  }

  /** Why the system doubts that a person sent a report; in the same order for every report. */
  public static List<String> doubtTexts(Set<Doubt> doubts, Texts texts) {
    return doubts.stream().sorted().map(doubt -> texts.get("desk.doubt." + doubt.key())).toList();
  }

  /** The key of the text that says why a report cannot be decrypted. */
  public static String unreadableKey(Exception reason) {
    return reason instanceof PurgedReportException ? "desk.purged" : "desk.undecryptable";
  }

  /** The answers of a report, without those that identify the reporter or say how to reach them. */
  public List<Answer> answers(ReportContent content, Texts texts) {
    return answers(content, texts, question -> !Consent.identifies(question));
  }

  /** Whether the report has {@link #contactDetails} that the officer may ask to see. */
  public boolean hasContactDetails(ReportContent content) {
    Consent consent = Consent.of(content);
    return Stream.of(Question.values())
        .filter(question -> Consent.identifies(question) && consent.officerMaySee(question))
        .anyMatch(
            question ->
                !content.choices().getOrDefault(question, List.of()).isEmpty()
                    || !content.texts().getOrDefault(question, "").isEmpty());
  }

  /**
   * The answers that identify the reporter or say how to reach them, as far as the reporter allowed
   * the municipality to see them.
   *
   * @param grant proof that the officer may see them now
   */
  public List<Answer> contactDetails(
      ReportContent content, Texts texts, IdentityAccess.Grant grant) {
    Objects.requireNonNull(grant);
    Consent consent = Consent.of(content);
    return answers(
        content,
        texts,
        question -> Consent.identifies(question) && consent.officerMaySee(question));
  }

  private List<Answer> answers(ReportContent content, Texts texts, Predicate<Question> included) {
    List<Answer> answers = new ArrayList<>();
    for (Question question : Question.values()) {
      if (!included.test(question)) {
        continue;
      }
      List<String> options =
          content.choices().getOrDefault(question, List.of()).stream()
              .map(option -> optionText(question, option, texts))
              .toList();
      String text = content.texts().getOrDefault(question, "");
      if (!options.isEmpty() || !text.isEmpty()) {
        answers.add(
            new Answer(question.key(), label(question, texts), options, text, content.language()));
      }
    }
    return answers;
  }

  /** What officers call the answer to a question; the form asks the reporter in other words. */
  public static String label(Question question, Texts texts) {
    return texts.get("answers." + question.key());
  }

  /**
   * The text of an option. An option that no longer exists is shown by its key, so that no answer
   * is lost.
   */
  public String optionText(Question question, String option, Texts texts) {
    String key =
        switch (question) {
          case INDICATORS -> "indicators." + option;
          case FORMS -> "indicators.form." + option;
          default -> "form." + question.key() + "." + option;
        };
    return switch (question) {
      case MUNICIPALITY -> municipalityName(option, texts);
      case REPLY_LANGUAGE -> languageName(option, texts);
      default -> texts.has(key) ? texts.get(key) : option;
    };
  }

  public String municipalityName(String id, Texts texts) {
    String key = "form.municipality." + id;
    return region
        .byId(id)
        .map(Region.Municipality::name)
        .orElseGet(() -> texts.has(key) ? texts.get(key) : id);
  }

  /**
   * The name of a language in the officer's language, followed by its own name: "Pools (Polski)".
   */
  public String languageName(String code, Texts texts) {
    Language language = new Language(code);
    String name = language.nameIn(texts.language());
    return name.equalsIgnoreCase(language.endonym())
        ? name
        : name + " (" + language.endonym() + ")";
  }
}
