package nl.uitweg.desk.danger;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/** Says in the words of an officer why a report must be read first. */
@Singleton
public final class DangerTexts {

  private final DangerWords words;

  DangerTexts(DangerWords words) {
    this.words = words;
  }

  /**
   * One line for each word of danger, with the word and what it means, and one when the reporter
   * said that a minor is involved.
   *
   * @param messages free texts of the messages of the reporter
   */
  public List<String> warnings(ReportContent content, Collection<String> messages, Texts texts) {
    Map<DangerCategory, DangerWords.Hit> found = new LinkedHashMap<>();
    words.in(content).forEach(hit -> found.putIfAbsent(hit.category(), hit));
    messages.stream()
        .flatMap(message -> words.in(message, content.language()).stream())
        .forEach(hit -> found.putIfAbsent(hit.category(), hit));
    List<String> warnings = new ArrayList<>();
    found.values().stream()
        .map(
            hit ->
                texts.get("danger.word", hit.words(), texts.get("danger." + hit.category().key())))
        .forEach(warnings::add);
    if (content.isChosen(Question.AGE, "child") || content.isChosen(Question.CHILDREN, "yes")) {
      warnings.add(texts.get("danger.minor"));
    }
    return warnings;
  }

  /** The words of danger as the reporter wrote them, for a list; empty when there are none. */
  public String inList(ReportContent content, Texts texts) {
    List<String> found = new ArrayList<>();
    words.in(content).forEach(hit -> found.add(texts.get("danger.in-list", hit.words())));
    return String.join(", ", found);
  }
}
