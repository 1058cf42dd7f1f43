package nl.uitweg.desk.lookalike;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.lookalike.WordDifference.Piece;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/** Compares reports with one report: the words of the text, and every other answer. */
final class ReportComparison {

  /**
   * Answers that are not compared: the text is compared word by word, a flood is sent to every
   * municipality, and the others are about the reporter.
   */
  private static final Set<String> NOT_COMPARED =
      Stream.of(Question.WHAT, Question.MUNICIPALITY, Question.CONTACT, Question.REPLY_LANGUAGE)
          .map(Question::key)
          .collect(Collectors.toUnmodifiableSet());

  private final ReportTexts reportTexts;
  private final Texts texts;
  private final TextWords words;
  private final Map<String, String> answers;

  /**
   * @param original the report with which others are compared
   * @param texts for the questions and options
   */
  ReportComparison(ReportContent original, ReportTexts reportTexts, Texts texts) {
    this.reportTexts = reportTexts;
    this.texts = texts;
    this.words = TextWords.of(reportTexts.whatHappens(original, texts));
    this.answers = answers(original);
  }

  ReportDifference with(ReportContent content) {
    TextWords otherWords = TextWords.of(reportTexts.whatHappens(content, texts));
    WordDifference difference = WordDifference.of(words, otherWords);
    List<Piece> pieces = new ArrayList<>(difference.added());
    Map<String, String> otherAnswers = answers(content);
    otherAnswers.forEach(
        (question, answer) -> {
          if (!answer.equals(answers.get(question))) {
            pieces.add(new Piece((pieces.isEmpty() ? "" : " · ") + question + ": ", false));
            pieces.add(new Piece(ReportTexts.summary(answer), true));
          }
        });
    List<String> missing = new ArrayList<>(List.of(difference.missing()));
    answers.forEach(
        (question, answer) -> {
          if (!otherAnswers.containsKey(question)) {
            missing.add(question + ": " + answer);
          }
        });
    return new ReportDifference(
        words.hasSameWords(otherWords) && answers.equals(otherAnswers),
        pieces,
        missing.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")));
  }

  /** Question → answer, for the answers that are compared. */
  private Map<String, String> answers(ReportContent content) {
    Map<String, String> compared = new LinkedHashMap<>();
    for (ReportTexts.Answer answer : reportTexts.answers(content, texts)) {
      if (!NOT_COMPARED.contains(answer.key())) {
        compared.put(
            answer.question(),
            answer.text().isEmpty() ? String.join(", ", answer.options()) : answer.text().strip());
      }
    }
    return compared;
  }
}
