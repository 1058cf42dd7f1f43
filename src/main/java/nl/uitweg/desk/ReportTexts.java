package nl.uitweg.desk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.received.PurgedReportException;

/**
 * Turns the answers of a report into words for officers; ticked options in their language, texts as
 * they were written.
 */
@Singleton
public class ReportTexts {

  /** Characters of a report that a list shows; reading on means opening it, which is recorded. */
  private static final int SUMMARY = 110;

  private final Region region;

  ReportTexts(Region region) {
    this.region = region;
  }

  /**
   * One answered question.
   *
   * @param options words of the ticked options
   * @param text as the reporter wrote it, empty for choices
   * @param language of the text
   */
  public record Answer(
      String key, String question, List<String> options, String text, String language) {}

  /** The beginning of a text on one line, for lists. */
  public static String summary(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= SUMMARY
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SUMMARY)) + "…";
  }

  /**
   * Why the system doubts a report, in words; a reason that it does not know is shown by its key.
   */
  public static String doubt(String reason, Texts texts) {
    String key = "desk.doubt." + reason;
    return texts.has(key) ? texts.get(key) : reason;
  }

  /**
   * Says why a report cannot be decrypted.
   *
   * @return key of the sentence
   */
  public static String unreadable(Exception reason) {
    return reason instanceof PurgedReportException ? "desk.purged" : "desk.does-not-open";
  }

  /** What was reported; without what would say who reported it. */
  public List<Answer> answers(ReportContent content, Texts texts) {
    return answers(content, texts, question -> !Consent.identifies(question));
  }

  /** Whether there are {@link #contactDetails} that may be asked for. */
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
   * Who reported it and how to reach them, as far as they allowed this municipality to see it.
   *
   * @param grant that the officer may see it now
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

  private List<Answer> answers(ReportContent content, Texts texts, Predicate<Question> wanted) {
    List<Answer> answers = new ArrayList<>();
    for (Question question : Question.values()) {
      if (!wanted.test(question)) {
        continue;
      }
      List<String> options =
          content.choices().getOrDefault(question, List.of()).stream()
              .map(option -> words(question, option, texts))
              .toList();
      String text = content.texts().getOrDefault(question, "");
      if (!options.isEmpty() || !text.isEmpty()) {
        answers.add(
            new Answer(
                question.key(),
                texts.get("form." + question.key()),
                options,
                text,
                content.language()));
      }
    }
    return answers;
  }

  /**
   * The words of an option; an option that no longer exists is shown by its key, so that nothing is
   * lost.
   */
  public String words(Question question, String option, Texts texts) {
    String key =
        switch (question) {
          case INDICATORS -> "indicators." + option;
          case FORMS -> "indicators.form." + option;
          default -> "form." + question.key() + "." + option;
        };
    return switch (question) {
      case MUNICIPALITY -> municipality(option, texts);
      case REPLY_LANGUAGE -> languageName(option, texts);
      default -> texts.has(key) ? texts.get(key) : option;
    };
  }

  public String municipality(String id, Texts texts) {
    String key = "form.municipality." + id;
    return region
        .byId(id)
        .map(Region.Municipality::name)
        .orElseGet(() -> texts.has(key) ? texts.get(key) : id);
  }

  /** In the officer's language, then in its own: "Pools (Polski)". */
  public String languageName(String code, Texts texts) {
    Language language = new Language(code);
    String name = language.nameIn(texts.language());
    return name.equalsIgnoreCase(language.endonym())
        ? name
        : name + " (" + language.endonym() + ")";
  }
}
