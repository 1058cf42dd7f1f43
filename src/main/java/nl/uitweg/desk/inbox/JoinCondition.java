package nl.uitweg.desk.inbox;

import java.util.Map;

/**
 * A condition on a report that stands in another table: a label, a colleague, an unread answer.
 * Where few reports fit, the inbox starts from those; where many fit, it goes through the reports
 * in its own order and asks for each. Either way little is read, however many reports there are.
 *
 * @param key the column with the report
 * @param rows SQL: table with alias, and the condition on it
 * @param several whether it may have more than one row for a report
 * @param values parameters of the condition
 */
record JoinCondition(String key, String rows, boolean several, Map<String, Object> values) {

  /** What officers do with a report. */
  static JoinCondition handling(String condition, Map<String, Object> values) {
    return new JoinCondition("h.report_id", "handling h where " + condition, false, values);
  }

  /** Something found in a report, by its keyed name. */
  static JoinCondition facet(String parameter, Object name) {
    return new JoinCondition(
        "f.report_id",
        "facet f where f.value = decode(:" + parameter + ", 'hex')",
        false,
        Map.of(parameter, name));
  }

  /** The reports that fit, at most {@code :enough}. */
  String smallSet() {
    return select() + " limit :enough";
  }

  /**
   * The reports that fit and are as wanted.
   *
   * @param reports condition on the report {@code s}
   */
  String counted(String reports) {
    return select() + " and (select " + reports + " from report s where s.id = " + key + ")";
  }

  private String select() {
    return "select " + (several ? "distinct " : "") + key + " from " + rows;
  }

  /** For one report {@code s}; a subquery of its own, so that it is never turned into a join. */
  String probe() {
    return " and (select true from " + rows + " and " + key + " = s.id limit 1)";
  }
}
