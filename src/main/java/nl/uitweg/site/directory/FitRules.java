package nl.uitweg.site.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import nl.uitweg.platform.file.Preconditions;

/**
 * Rules that say which organisations suit the situation of a visitor, from {@code
 * content/fit.yaml}.
 */
record FitRules(@JsonProperty("fits") List<FitRule> rules) {

  FitRules {
    Preconditions.requirePresent(rules, "fits");
    rules = List.copyOf(rules);
  }

  /**
   * One rule.
   *
   * @param when the situation it is for: the required value of each key; keys are {@code form},
   *     {@code age} and {@code status}
   * @param first ids of the organisations to show first, the best first
   * @param also ids of other suitable organisations
   */
  record FitRule(Map<String, String> when, List<String> first, List<String> also) {
    FitRule {
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
