package nl.uitweg.architecture.violation.report;

/** Violates the rule that only a store contains the text of its queries. */
public final class QueriesThroughStore {

  private QueriesThroughStore() {}

  static long count(SomeStore store) {
    return store.count("written elsewhere");
  }
}
