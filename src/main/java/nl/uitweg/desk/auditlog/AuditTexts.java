package nl.uitweg.desk.auditlog;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;

/**
 * Says in words what stands in the log by name: who, what, about what, with what result, why. A
 * name for which there are no words yet is shown as it is, so that nothing is lost.
 */
final class AuditTexts {

  private static final String STATE = "state-";
  private static final String TAKE = "take-";
  private static final int SHORT = 8;

  private final Texts texts;
  private final DateTimeFormatter moment;

  AuditTexts(Texts texts) {
    this.texts = texts;
    this.moment =
        DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", texts.language().locale())
            .withZone(DutchTime.ZONE);
  }

  /**
   * One event for a reader.
   *
   * @param about address of everything about the same report; empty for other objects
   */
  record Row(
      long position,
      String at,
      String actor,
      String action,
      String object,
      String about,
      String result,
      boolean refused,
      String reason) {}

  Row row(AuditEvent event) {
    boolean report = event.object().startsWith("report/");
    return new Row(
        event.position(),
        at(event.at()),
        actor(event.actor()),
        action(event.action()),
        object(event.object()),
        report ? "/backoffice/audit?object=" + event.object() : "",
        result(event.result()),
        !event.result().equals("done"),
        reason(event.reason()));
  }

  String at(Instant at) {
    return moment.format(at);
  }

  String actor(String name) {
    return first(name, "auditlog.actor." + name);
  }

  String action(String name) {
    if (name.startsWith(STATE)) {
      String state = name.substring(STATE.length());
      return texts.get("auditlog.state", first(state, "desk.state." + state));
    }
    if (name.startsWith(TAKE)) {
      return texts.get("auditlog.take", name.substring(TAKE.length()));
    }
    return first(name, "desk.action." + name, "auditlog.action." + name);
  }

  String result(String name) {
    return first(name, "desk.result." + name, "auditlog.result." + name);
  }

  private String object(String name) {
    int slash = name.indexOf('/');
    String kind = slash < 0 ? name : name.substring(0, slash);
    String key = "auditlog.object." + kind;
    if (!texts.has(key)) {
      return name;
    }
    String id = slash < 0 ? "" : name.substring(slash + 1);
    return texts.get(
        key, id.length() > SHORT && kind.equals("report") ? id.substring(0, SHORT) : id);
  }

  private String reason(String name) {
    if (name.startsWith("report/")) {
      return name; // the other report of a link
    }
    String kind = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    return name.isEmpty()
        ? ""
        : first(name, "desk.why-" + name, "desk.reason-" + name, "auditlog.reason." + kind);
  }

  private String first(String name, String... keys) {
    List<String> known = Stream.of(keys).filter(texts::has).toList();
    return known.isEmpty() ? name : texts.get(known.get(0));
  }
}
