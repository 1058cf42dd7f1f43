package nl.uitweg.desk.inbox;

import java.util.Map;

/**
 * A condition on a report that depends on another table: a label, an assignee, the consent, or an
 * unread message. When few reports match, the query of the inbox starts from those reports. When
 * many match, it goes through the reports in the order of the inbox and tests each of them. Either
 * way few rows are read, however many reports there are.
 *
 * @param reportColumn column of the other table with the id of the report
 * @param rows SQL: the other table with its alias, and the condition on it
 * @param multipleRows whether the other table may have more than one matching row for a report
 * @param values parameters of the condition
 */
record JoinCondition(
    String reportColumn, String rows, boolean multipleRows, Map<String, Object> values) {

  /** A condition on the handling of a report. */
  static JoinCondition handling(String condition, Map<String, Object> values) {
    return new JoinCondition("h.report_id", "handling h where " + condition, false, values);
  }

  /**
   * A condition on a facet of a report.
   *
   * @param indexHex blind index of the facet, in hexadecimal
   */
  static JoinCondition facet(String parameter, Object indexHex) {
    return new JoinCondition(
        "f.report_id",
        "facet f where f.value = decode(:" + parameter + ", 'hex')",
        false,
        Map.of(parameter, indexHex));
  }

  /** SQL that selects the matching reports, at most {@code :smallSetLimit}. */
  String smallSet() {
    return select() + " limit :smallSetLimit";
  }

  /**
   * SQL that selects the matching reports for which another condition holds.
   *
   * @param reports condition on the report {@code s}
   */
  String selectMatching(String reports) {
    return select()
        + " and (select "
        + reports
        + " from report s where s.id = "
        + reportColumn
        + ")";
  }

  private String select() {
    return "select " + (multipleRows ? "distinct " : "") + reportColumn + " from " + rows;
  }

  /**
   * SQL that tests one report {@code s}. It is a scalar subquery, so that PostgreSQL never turns it
   * into a join.
   */
  String probe() {
    return " and (select true from " + rows + " and " + reportColumn + " = s.id limit 1)";
  }
}
