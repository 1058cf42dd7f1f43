package nl.uitweg.desk.auditlog;

import java.util.List;
import java.util.function.Function;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.platform.i18n.Texts;

/**
 * One page of the log with its filters.
 *
 * @param problem what is wrong with what was typed, in words; empty when nothing is
 * @param newer address of the page with newer events; empty when there is none
 * @param export address of the same selection as a table
 */
record AuditPage(
    List<AuditTexts.Row> rows,
    String from,
    String until,
    String object,
    List<Choice> actors,
    List<Choice> actions,
    List<Choice> results,
    boolean filtered,
    String problem,
    String newer,
    String older,
    String export) {

  private static final String ADDRESS = "/backoffice/audit";

  /** One option of a filter. */
  record Choice(String value, String text, boolean chosen) {}

  static AuditPage of(
      AuditQuery query,
      List<AuditEvent> events,
      int size,
      AuditSearch search,
      String problem,
      Texts texts) {
    AuditTexts auditTexts = new AuditTexts(texts);
    String address = query.address();
    String and = ADDRESS + "?" + (address.isEmpty() ? "" : address + "&");
    String newer = "";
    String older = "";
    if (!events.isEmpty()) {
      long newest = events.get(0).position();
      long oldest = events.get(events.size() - 1).position();
      boolean upwards = query.newerThan().isPresent();
      if (upwards ? events.size() == size : query.olderThan() != AuditSearch.END_POSITION) {
        newer = and + "after=" + newest;
      }
      if (upwards || events.size() == size) {
        older = and + "before=" + oldest;
      }
    }
    return new AuditPage(
        events.stream().map(auditTexts::row).toList(),
        query.from,
        query.until,
        query.object,
        choices(search.actors(), query.actor, auditTexts::actor),
        choices(search.actions(), query.action, auditTexts::action),
        choices(search.results(), query.result, auditTexts::result),
        !address.isEmpty(),
        problem.isEmpty() ? "" : texts.get(problem),
        newer,
        older,
        ADDRESS + "/export" + (address.isEmpty() ? "" : "?" + address));
  }

  private static List<Choice> choices(
      List<String> values, String chosen, Function<String, String> auditTexts) {
    return values.stream()
        .map(value -> new Choice(value, auditTexts.apply(value), value.equals(chosen)))
        .toList();
  }
}
