package nl.uitweg.site.residence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All combinations of answers that a visitor can give, including "unknown". */
final class Combinations {

  private Combinations() {}

  static List<Map<String, String>> of(ResidenceGuide guide) {
    List<Map<String, String>> complete = new ArrayList<>();
    List<Map<String, String>> incomplete = new ArrayList<>(List.of(Map.of()));
    while (!incomplete.isEmpty()) {
      Map<String, String> answers = incomplete.remove(incomplete.size() - 1);
      List<ResidenceGuide.Question> remaining =
          guide.questionsFor(answers).stream().filter(q -> !answers.containsKey(q.id())).toList();
      if (remaining.isEmpty()) {
        complete.add(answers);
        continue;
      }
      List<String> options = new ArrayList<>(remaining.get(0).options());
      options.add(ResidenceGuide.UNKNOWN);
      for (String option : options) {
        Map<String, String> extended = new HashMap<>(answers);
        extended.put(remaining.get(0).id(), option);
        incomplete.add(extended);
      }
    }
    return complete;
  }
}
