package nl.uitweg.site.directory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.content.file.InvalidContentException;
import nl.uitweg.content.file.Preconditions;
import nl.uitweg.content.file.YamlFile;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Packaged;

/** Finds the organisations that fit what a visitor said, the best first, and says why. */
@Singleton
class OrganisationFinder {

  private static final int FIRST = 100;
  private static final int ALSO = 40;
  private static final int SMALL = 10;
  private static final List<Organisation.Kind> HELPERS =
      List.of(
          Organisation.Kind.EMERGENCY,
          Organisation.Kind.HELP,
          Organisation.Kind.REPORT,
          Organisation.Kind.RESIDENCE);

  private final Content content;
  private final Clock clock;
  private final EligibilityRules fits;

  OrganisationFinder(Content content, Clock clock) {
    this.content = content;
    this.clock = clock;
    this.fits =
        Packaged.folder("content", root -> YamlFile.read(root, "fit.yaml", EligibilityRules.class));
    for (EligibilityRules.EligibilityRule fit : fits.fits()) {
      List<String> named = new ArrayList<>(fit.first());
      named.addAll(fit.also());
      for (String id : named) {
        if (content.organisation(id).isEmpty()) {
          throw InvalidContentException.in(
              "content/fit.yaml", "there is no organisation '" + id + "'");
        }
      }
    }
  }

  /**
   * @param form labour, sexual, criminal, organs; empty: not said
   * @param status no-papers or asylum; empty: not said
   * @param language code; empty: not said
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

  /** Why an organisation stands where it stands; keys of texts. */
  record Match(Organisation organisation, List<String> reasons, int score) {}

  /** Those that fit, the best first; emergency always on top. */
  List<Match> find(Criteria criteria) {
    List<Match> found = new ArrayList<>();
    for (Organisation organisation : content.organisations()) {
      if (HELPERS.contains(organisation.kind()) && fits(organisation, criteria)) {
        found.add(score(organisation, criteria));
      }
    }
    found.sort(Comparator.comparingInt(Match::score).reversed());
    return found;
  }

  private boolean fits(Organisation organisation, Criteria criteria) {
    if (organisation.kind() == Organisation.Kind.EMERGENCY) {
      return true;
    }
    List<String> forms = Preconditions.copyOrEmpty(organisation.fits().forms());
    List<String> ages = Preconditions.copyOrEmpty(organisation.fits().ages());
    List<String> statuses = Preconditions.copyOrEmpty(organisation.fits().status());
    boolean form =
        criteria.form().isEmpty() || forms.isEmpty() || forms.contains(criteria.form().get());
    boolean age = ages.isEmpty() || ages.contains(criteria.minor() ? "minor" : "adult");
    boolean status =
        criteria.status().isEmpty()
            || statuses.isEmpty()
            || statuses.contains("any")
            || statuses.contains(criteria.status().get());
    boolean anonymous =
        !criteria.anonymous()
            || organisation.anonymous().map(answer -> !answer.value().equals("no")).orElse(true);
    boolean open = !criteria.openNow() || organisation.hours().map(this::open).orElse(true);
    return form && age && status && anonymous && open;
  }

  private Match score(Organisation organisation, Criteria criteria) {
    List<String> reasons = new ArrayList<>();
    int score = 0;
    if (organisation.kind() == Organisation.Kind.EMERGENCY) {
      return new Match(organisation, List.of("directory.reason-emergency"), Integer.MAX_VALUE);
    }
    Map<String, String> situation = criteria.situation();
    boolean first = false;
    boolean also = false;
    for (EligibilityRules.EligibilityRule fit : fits.fits()) {
      if (fit.holds(situation)) {
        first |= fit.first().contains(organisation.id());
        also |= fit.also().contains(organisation.id());
        score +=
            fit.first().contains(organisation.id())
                ? FIRST - fit.first().indexOf(organisation.id())
                : 0;
        score += fit.also().contains(organisation.id()) ? ALSO : 0;
      }
    }
    if (first) {
      reasons.add("directory.reason-first");
    } else if (also) {
      reasons.add("directory.reason-also");
    }
    if (criteria.anonymous() && says(organisation.anonymous(), "yes")) {
      reasons.add("directory.reason-anonymous");
      score += SMALL;
    }
    if (criteria.language().isPresent()
        && organisation.languages().contains(criteria.language().get())) {
      reasons.add("directory.reason-language");
      score += SMALL;
    }
    if (criteria.openNow()) {
      reasons.add(
          organisation.hours().isPresent()
              ? "directory.reason-open"
              : "directory.reason-hours-unknown");
      score += organisation.hours().isPresent() ? SMALL : 0;
    }
    return new Match(organisation, reasons, score);
  }

  private static boolean says(Optional<Organisation.Answer> answer, String value) {
    return answer.map(given -> given.value().equals(value)).orElse(false);
  }

  private boolean open(Organisation.Hours hours) {
    if (hours.isAlwaysOpen()) {
      return true;
    }
    ZonedDateTime now = clock.instant().atZone(DutchTime.ZONE);
    LocalTime time = now.toLocalTime();
    boolean today = hours.days().stream().anyMatch(day -> day.day() == now.getDayOfWeek());
    return today
        && hours.from().map(from -> !time.isBefore(from)).orElse(false)
        && hours.to().map(time::isBefore).orElse(false);
  }
}
