package nl.uitweg.desk.auditlog;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;

/**
 * Translates the names in the audit (actor, action, object, result, reason) into texts. A name
 * without a text is shown as it is, so that nothing is lost.
 */
final class AuditTexts {

  private static final String STATE_PREFIX = "state-";
  private static final String TAKE_PREFIX = "take-";
  private static final int SHORT_ID_LENGTH = 8;

  private final Texts texts;
  private final DateTimeFormatter timeFormat;

  AuditTexts(Texts texts) {
    this.texts = texts;
    this.timeFormat =
        DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", texts.language().locale())
            .withZone(DutchTime.ZONE);
  }

  /**
   * One event as it is shown.
   *
   * @param reportHref address of all events about the same report; empty for other objects
   */
  record Row(
      long position,
      String at,
      String actor,
      String action,
      String object,
      String reportHref,
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
    return timeFormat.format(at);
  }

  String actor(String name) {
    return firstText(name, "auditlog.actor." + name);
  }

  String action(String name) {
    if (name.startsWith(STATE_PREFIX)) {
      String state = name.substring(STATE_PREFIX.length());
      return texts.get("auditlog.state", firstText(state, "desk.state." + state));
    }
    if (name.startsWith(TAKE_PREFIX)) {
      return texts.get("auditlog.take", name.substring(TAKE_PREFIX.length()));
    }
    return firstText(name, "desk.action." + name, "auditlog.action." + name);
  }

  String result(String name) {
    return firstText(name, "desk.result." + name, "auditlog.result." + name);
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
        key,
        id.length() > SHORT_ID_LENGTH && kind.equals("report")
            ? id.substring(0, SHORT_ID_LENGTH)
            : id);
  }

  private String reason(String name) {
    if (name.startsWith("report/")) {
      return name; // the other report of a link
    }
    String kind = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    return name.isEmpty()
        ? ""
        : firstText(name, "desk.why-" + name, "desk.reason-" + name, "auditlog.reason." + kind);
  }

  private String firstText(String name, String... keys) {
    List<String> existingKeys = Stream.of(keys).filter(texts::has).toList();
    return existingKeys.isEmpty() ? name : texts.get(existingKeys.get(0));
  }
}
