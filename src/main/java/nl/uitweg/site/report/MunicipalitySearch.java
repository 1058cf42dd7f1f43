package nl.uitweg.site.report;

import java.util.List;

/**
 * What a visitor typed to find a municipality, and what was found; see {@link
 * MunicipalityQuestion}. The text is in this record and in the fields of the page only, never in
 * {@link FormState}.
 *
 * @param matches ids of the municipalities to choose from, or of the only one
 * @param changed whether the visitor changed the text since the page showed what was found
 */
record MunicipalitySearch(String typed, Outcome outcome, List<String> matches, boolean changed) {

  /** No search, for screens and regions without one. */
  static final MunicipalitySearch NONE =
      new MunicipalitySearch("", Outcome.NOTHING_TYPED, List.of(), false);

  /** What was found. */
  enum Outcome {
    NOTHING_TYPED("form.error-municipality-search"),
    ONE(""),
    SEVERAL("form.error-municipality"),
    TOO_MANY("form.error-municipality-many"),
    NOT_FOUND("form.error-municipality-none"),
    POSTCODE_OUTSIDE("form.error-municipality-outside");

    private final String problem;

    Outcome(String problem) {
      this.problem = problem;
    }
  }

  MunicipalitySearch {
    matches = List.copyOf(matches);
  }

  /** Whether the visitor is asked to choose one of several matches that were not shown before. */
  boolean newMatches() {
    return changed && outcome == Outcome.SEVERAL;
  }

  /** Whether a text was typed that decides nothing, so that an earlier choice is in doubt. */
  boolean unsuccessful() {
    return changed && outcome != Outcome.NOTHING_TYPED && outcome != Outcome.ONE;
  }

  /** Key of the message that says why the search chose no municipality. */
  String problem() {
    return outcome.problem;
  }
}
