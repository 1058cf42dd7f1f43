package nl.uitweg.desk.auditlog;

import java.util.List;
import java.util.function.Function;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.platform.i18n.Texts;

/**
 * One page of audit events with the filter form.
 *
 * @param problem text that says what is wrong with the filters; empty when they are valid
 * @param newer address of the page with newer events; empty when there is none
 * @param export address of the same selection as CSV
 */
record AuditPage(
    List<AuditTexts.Row> rows,
    Filter filter,
    String problem,
    String newer,
    String older,
    String export) {

  private static final String PATH = "/backoffice/audit";

  /**
   * The filter form with the values that the auditor entered.
   *
   * @param active whether a filter is set
   */
  record Filter(
      String from,
      String until,
      String object,
      List<Option> actors,
      List<Option> actions,
      List<Option> results,
      boolean active) {}

  /** One option of a filter. */
  record Option(String value, String text, boolean chosen) {}

  static AuditPage of(
      AuditQuery query,
      List<AuditEvent> events,
      int pageSize,
      AuditSearch search,
      String problemKey,
      Texts texts) {
    AuditTexts auditTexts = new AuditTexts(texts);
    String queryString = query.queryString();
    String linkPrefix = PATH + "?" + (queryString.isEmpty() ? "" : queryString + "&");
    String newer = "";
    String older = "";
    if (!events.isEmpty()) {
      long newest = events.get(0).position();
      long oldest = events.get(events.size() - 1).position();
      boolean towardsNewer = query.newerThan().isPresent();
      if (towardsNewer
          ? events.size() == pageSize
          : query.olderThan() != AuditSearch.END_POSITION) {
        newer = linkPrefix + "after=" + newest;
      }
      if (towardsNewer || events.size() == pageSize) {
        older = linkPrefix + "before=" + oldest;
      }
    }
    return new AuditPage(
        events.stream().map(auditTexts::row).toList(),
        filter(query, search, auditTexts),
        problemKey.isEmpty() ? "" : texts.get(problemKey),
        newer,
        older,
        PATH + "/export" + (queryString.isEmpty() ? "" : "?" + queryString));
  }

  private static Filter filter(AuditQuery query, AuditSearch search, AuditTexts auditTexts) {
    return new Filter(
        query.from,
        query.until,
        query.object,
        options(search.actors(), query.actor, auditTexts::actor),
        options(search.actions(), query.action, auditTexts::action),
        options(search.results(), query.result, auditTexts::result),
        !query.queryString().isEmpty());
  }

  private static List<Option> options(
      List<String> values, String chosen, Function<String, String> toText) {
    return values.stream()
        .map(value -> new Option(value, toText.apply(value), value.equals(chosen)))
        .toList();
  }
}
