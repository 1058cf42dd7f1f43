package nl.uitweg.site.report;

import java.util.Map;
import nl.uitweg.report.content.Question;

/**
 * The pictograms beside options, for visitors with low literacy. Only the options of the questions
 * about safety, forms of exploitation and contact have one.
 */
final class OptionPictograms {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("safety.no", "shield"),
          Map.entry("safety.yes", "danger"),
          Map.entry("forms.labour", "work"),
          Map.entry("forms.sexual", "bed"),
          Map.entry("forms.criminal", "mask"),
          Map.entry("forms.begging", "bowl"),
          Map.entry("forms.organs", "torso"),
          Map.entry("forms.unsure", "question"),
          Map.entry("contact.unknown", "hidden"),
          Map.entry("contact.contact", "bubble"),
          Map.entry("contact.share", "people"));

  private OptionPictograms() {}

  /** Name of the pictogram of an option; empty when it has none. */
  static String nameOf(Question question, String option) {
    return NAMES.getOrDefault(question.key() + "." + option, "");
  }
}
