package nl.uitweg.site.directory;

import java.util.List;
import java.util.Map;
import nl.uitweg.content.file.Preconditions;

/** Who fits whom, from {@code content/fit.yaml}: the first choice in a situation, and who else. */
record EligibilityRules(List<EligibilityRule> fits) {

  EligibilityRules {
    Preconditions.requirePresent(fits, "fits");
    fits = List.copyOf(fits);
  }

  /**
   * @param when {@code form}, {@code age}, {@code status} → value
   */
  record EligibilityRule(Map<String, String> when, List<String> first, List<String> also) {
    EligibilityRule {
      Preconditions.requirePresent(when, "when");
      when = Map.copyOf(when);
      first = Preconditions.copyOrEmpty(first);
      also = Preconditions.copyOrEmpty(also);
    }

    boolean holds(Map<String, String> situation) {
      return when.entrySet().stream()
          .allMatch(entry -> entry.getValue().equals(situation.get(entry.getKey())));
    }
  }
}
