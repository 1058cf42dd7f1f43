package nl.uitweg.site.report;

import java.util.ArrayList;
import java.util.List;
import nl.uitweg.report.content.ExploitationForm;
import nl.uitweg.report.content.Question;

/** Chooses the organisations that the confirmation names. */
final class HelpLines {

  private static final String VEILIG_THUIS = "veilig-thuis";

  private HelpLines() {}

  /**
   * Ids of the organisations that can help this reporter, or that advise about somebody else's
   * child; empty when there are none.
   */
  static List<String> forReporter(FormState state) {
    boolean child = state.chosen(Question.AGE, "child");
    if (!state.chosen(Question.ROLE, "self")) {
      return child ? List.of(VEILIG_THUIS) : List.of();
    }
    List<String> ids = new ArrayList<>();
    if (!child) {
      ids.add("comensha");
    }
    ids.add(VEILIG_THUIS);
    if (child) {
      ids.add("kindertelefoon");
    }
    if (state.chosen(Question.FORMS, ExploitationForm.SEXUAL.key())) {
      ids.add("centrum-seksueel-geweld");
    }
    return ids;
  }
}
