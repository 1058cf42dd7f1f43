package nl.uitweg.site.directory;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.OpeningState;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.file.Preconditions;
import nl.uitweg.platform.file.YamlFile;
import nl.uitweg.platform.i18n.PackagedFolder;
import nl.uitweg.report.content.ExploitationForm;

/**
 * Finds the organisations that match the criteria of a visitor, the best first, with the reasons.
 */
@Singleton
class OrganisationFinder {

  /**
   * Forms of exploitation that can be a criterion. Begging is not one, because its indicators are
   * those of criminal exploitation.
   */
  static final List<String> FORMS =
      Stream.of(ExploitationForm.values())
          .filter(form -> form.indicatorForm() == form)
          .map(ExploitationForm::key)
          .toList();

  /** Residence statuses that can be a criterion. */
  static final List<String> STATUSES = List.of("no-papers", "asylum");

  private static final int FIRST_CHOICE_SCORE = 100;
  private static final int ALTERNATIVE_SCORE = 40;
  private static final int PREFERENCE_SCORE = 10;
  private static final List<Organisation.Kind> SEARCHED_KINDS =
      List.of(
          Organisation.Kind.EMERGENCY,
          Organisation.Kind.HELP,
          Organisation.Kind.REPORT,
          Organisation.Kind.RESIDENCE);

  private final Content content;
  private final FitRules rules;

  OrganisationFinder(Content content) {
    this.content = content;
    this.rules =
        PackagedFolder.read("content", root -> YamlFile.read(root, "fit.yaml", FitRules.class));
    for (FitRules.FitRule rule : rules.rules()) {
      List<String> ids = new ArrayList<>(rule.first());
      ids.addAll(rule.also());
      for (String id : ids) {
        if (content.organisation(id).isEmpty()) {
          throw InvalidContentException.in(
              "content/fit.yaml",
              "names the organisation '" + id + "', which is not in organisations.yaml");
        }
      }
    }
  }

  /**
   * Search criteria; empty means not specified.
   *
   * @param form form of exploitation, one of {@link #FORMS}
   * @param status residence status, one of {@link #STATUSES}
   * @param language code of a language that the organisation should speak
   */
  record Criteria(
      Optional<String> form,
      boolean minor,
      Optional<String> status,
      boolean anonymous,
      Optional<String> language,
      boolean openNow) {

    Map<String, String> situation() {
      Map<String, String> situation = new HashMap<>();
      form.ifPresent(value -> situation.put("form", value));
      status.ifPresent(value -> situation.put("status", value));
      situation.put("age", minor ? "minor" : "adult");
      return situation;
    }
  }

  /** An organisation with its score and the message keys of the reasons for it. */
  record Match(Organisation organisation, List<String> reasons, int score) {}

  /**
   * The organisations that match, the best first; emergency services are always on top.
   *
   * @param at the moment that counts as now
   */
  List<Match> find(Criteria criteria, Instant at) {
    List<Match> matches = new ArrayList<>();
    for (Organisation organisation : content.organisations()) {
      if (SEARCHED_KINDS.contains(organisation.kind()) && isSuitable(organisation, criteria, at)) {
        matches.add(match(organisation, criteria));
      }
    }
    matches.sort(Comparator.comparingInt(Match::score).reversed());
    return matches;
  }

  private static boolean isSuitable(Organisation organisation, Criteria criteria, Instant at) {
    if (organisation.kind() == Organisation.Kind.EMERGENCY) {
      return true;
    }
    List<String> forms = Preconditions.copyOrEmpty(organisation.targetGroup().forms());
    List<String> ages = Preconditions.copyOrEmpty(organisation.targetGroup().ages());
    List<String> statuses = Preconditions.copyOrEmpty(organisation.targetGroup().statuses());
    boolean formMatches =
        criteria.form().isEmpty() || forms.isEmpty() || forms.contains(criteria.form().get());
    boolean ageMatches = ages.isEmpty() || ages.contains(criteria.minor() ? "minor" : "adult");
    boolean statusMatches =
        criteria.status().isEmpty()
            || statuses.isEmpty()
            || statuses.contains("any")
            || statuses.contains(criteria.status().get());
    boolean anonymityMatches =
        !criteria.anonymous()
            || organisation.anonymous().map(answer -> !answer.value().equals("no")).orElse(true);
    boolean hoursMatch =
        !criteria.openNow() || organisation.hours().map(hours -> mayBeOpen(hours, at)).orElse(true);
    return formMatches && ageMatches && statusMatches && anonymityMatches && hoursMatch;
  }

  private Match match(Organisation organisation, Criteria criteria) {
    List<String> reasons = new ArrayList<>();
    int score = 0;
    if (organisation.kind() == Organisation.Kind.EMERGENCY) {
      return new Match(organisation, List.of("directory.reason-emergency"), Integer.MAX_VALUE);
    }
    Map<String, String> situation = criteria.situation();
    boolean firstChoice = false;
    boolean alternative = false;
    for (FitRules.FitRule rule : rules.rules()) {
      if (rule.matches(situation)) {
        firstChoice |= rule.first().contains(organisation.id());
        alternative |= rule.also().contains(organisation.id());
        score +=
            rule.first().contains(organisation.id())
                ? FIRST_CHOICE_SCORE - rule.first().indexOf(organisation.id())
                : 0;
        score += rule.also().contains(organisation.id()) ? ALTERNATIVE_SCORE : 0;
      }
    }
    if (firstChoice) {
      reasons.add("directory.reason-first");
    } else if (alternative) {
      reasons.add("directory.reason-also");
    }
    if (criteria.anonymous() && hasAnswer(organisation.anonymous(), "yes")) {
      reasons.add("directory.reason-anonymous");
      score += PREFERENCE_SCORE;
    }
    if (criteria.language().isPresent()
        && organisation.languages().contains(criteria.language().get())) {
      reasons.add("directory.reason-language");
      score += PREFERENCE_SCORE;
    }
    if (criteria.openNow() && organisation.hours().isPresent()) {
      score += PREFERENCE_SCORE;
    } else if (criteria.openNow()) {
      reasons.add("directory.reason-hours-unknown");
    }
    return new Match(organisation, reasons, score);
  }

  private static boolean hasAnswer(Optional<Organisation.Answer> answer, String value) {
    return answer.map(given -> given.value().equals(value)).orElse(false);
  }

  /** On a public holiday it is not known; the card says so. */
  private static boolean mayBeOpen(Organisation.Hours hours, Instant at) {
    OpeningState state = OpeningState.of(hours, at);
    return state.isOpen() || state instanceof OpeningState.Holiday;
  }
}
