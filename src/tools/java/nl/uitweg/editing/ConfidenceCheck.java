package nl.uitweg.editing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.content.PageFacts;
import nl.uitweg.platform.file.Email;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.file.Source;
import nl.uitweg.platform.file.Website;
import nl.uitweg.site.residence.ResidenceGuide;

/**
 * Finds facts with confidence A, which means several sources, but with fewer than two source
 * addresses.
 */
final class ConfidenceCheck {

  private ConfidenceCheck() {}

  static List<String> problems(Content content, ResidenceGuide guide) {
    List<String> problems = new ArrayList<>();
    for (ResidenceGuide.Rule rule : guide.rules()) {
      check(
          "content/residence.yaml: rule '" + rule.id() + "'",
          Stream.of(rule.confidence()),
          rule.sources().stream().map(ResidenceGuide.SourcePage::url),
          problems);
    }
    for (Organisation organisation : content.organisations()) {
      check(
          "organisation '" + organisation.id() + "'",
          Stream.concat(
              factConfidences(organisation),
              organisation.sources().stream().map(Source::confidence)),
          organisation.sources().stream().map(Source::url),
          problems);
    }
    for (PageFacts page : content.pages()) {
      check(
          "content/pages.yaml: '" + page.slug() + "'",
          page.sources().stream().map(Source::confidence),
          page.sources().stream().map(Source::url),
          problems);
    }
    return problems;
  }

  private static Stream<Source.Confidence> factConfidences(Organisation organisation) {
    return Stream.of(
            organisation.phone().map(Phone::confidence),
            organisation.otherPhone().map(Phone::confidence),
            organisation.website().map(Website::confidence),
            organisation.email().map(Email::confidence),
            organisation.chat().map(Organisation.Chat::confidence),
            organisation.hours().map(Organisation.Hours::confidence),
            organisation.anonymous().map(Organisation.Answer::confidence),
            organisation.free().map(Organisation.Answer::confidence))
        .flatMap(Optional::stream);
  }

  private static void check(
      String place,
      Stream<Source.Confidence> confidences,
      Stream<URI> sources,
      List<String> problems) {
    if (confidences.anyMatch(Source.Confidence.A::equals) && sources.distinct().count() < 2) {
      problems.add(place + " has confidence A and one source: name a second source, or write B");
    }
  }
}
