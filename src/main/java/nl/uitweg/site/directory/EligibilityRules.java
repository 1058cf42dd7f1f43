package nl.uitweg.site.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import nl.uitweg.content.file.Preconditions;

/** Rules that say which organisations suit a visitor's situation, from {@code content/fit.yaml}. */
record EligibilityRules(@JsonProperty("fits") List<EligibilityRule> rules) {

  EligibilityRules {
    Preconditions.requirePresent(rules, "fits");
    rules = List.copyOf(rules);
  }

  /**
   * One rule.
   *
   * @param when the situation it is for: value by {@code form}, {@code age} or {@code status}
   * @param first ids of the organisations to show first, the best first
   * @param also ids of other suitable organisations
   */
  record EligibilityRule(Map<String, String> when, List<String> first, List<String> also) {
    EligibilityRule {
      Preconditions.requirePresent(when, "when");
      when = Map.copyOf(when);
      first = Preconditions.copyOrEmpty(first);
      also = Preconditions.copyOrEmpty(also);
    }

    boolean matches(Map<String, String> situation) {
      return when.entrySet().stream()
          .allMatch(entry -> entry.getValue().equals(situation.get(entry.getKey())));
    }
  }
}
