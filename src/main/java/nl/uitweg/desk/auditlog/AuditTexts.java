package nl.uitweg.desk.auditlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;

/**
 * Translates the names in the audit trail (actor, action, object, result, reason) into texts. A
 * name without a text is shown as it is, so that nothing is lost.
 */
final class AuditTexts {

  /** Prefixes of the texts of the parts of the reason of a referral. */
  private static final List<String> REFERRAL_PREFIXES =
      List.of("referral.to.", "referral.purpose.", "referral.basis.");

  private static final int SHORT_ID_LENGTH = 8;

  private final Texts texts;

  AuditTexts(Texts texts) {
    this.texts = texts;
  }

  /**
   * One event as it is shown.
   *
   * @param reason empty when the action already says it
   */
  record Row(
      long position,
      String at,
      String actor,
      String action,
      ObjectLink object,
      Result result,
      String reason) {}

  /**
   * What the event is about.
   *
   * @param reportHref address of the page with all events about the same report; empty for other
   *     objects
   */
  record ObjectLink(String text, String reportHref) {}

  /** How the action ended; {@code failed} for every result other than done. */
  record Result(String text, boolean failed) {}

  Row row(AuditEvent event) {
    boolean report = AuditObject.isReport(event.object());
    return new Row(
        event.position(),
        at(event.at()),
        actor(event.actor()),
        actionWithDetail(event),
        new ObjectLink(
            object(event.object()), report ? "/backoffice/audit?object=" + event.object() : ""),
        new Result(result(event.result()), !event.result().equals(AuditResult.DONE.code())),
        actionTextContainsReason(event) ? "" : detail(event));
  }

  String at(Instant at) {
    return Dates.second(at, texts.language());
  }

  String actor(String name) {
    return firstText(name, "auditlog.actor." + name);
  }

  String action(String name) {
    return firstText(name, "desk.action." + name, "auditlog.action." + name);
  }

  /** The action of an event, with the new state or the municipality in the same text. */
  String actionWithDetail(AuditEvent event) {
    if (!actionTextContainsReason(event)) {
      return action(event.action());
    }
    return event.action().equals(AuditAction.STATE.code())
        ? texts.get("auditlog.state", firstText(event.reason(), "desk.state." + event.reason()))
        : texts.get("auditlog.take", event.reason());
  }

  /** Whether the text of the action contains the reason. */
  private static boolean actionTextContainsReason(AuditEvent event) {
    return !event.reason().isEmpty()
        && AuditAction.ofCode(event.action())
            .filter(action -> action == AuditAction.STATE || action == AuditAction.TAKE)
            .isPresent();
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
        id.length() > SHORT_ID_LENGTH && Set.of("report", "dossier").contains(kind)
            ? id.substring(0, SHORT_ID_LENGTH)
            : id);
  }

  private String detail(AuditEvent event) {
    return event.action().equals(AuditAction.REFERRAL.code())
        ? referral(event.reason())
        : reason(event.reason());
  }

  /** The recipient, purpose and legal basis of a referral, which the reason gives as codes. */
  private String referral(String reason) {
    String[] codes = reason.split(", ", -1);
    if (codes.length != REFERRAL_PREFIXES.size()) {
      return reason;
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < codes.length; i++) {
      words.add(firstText(codes[i], REFERRAL_PREFIXES.get(i) + codes[i]));
    }
    return String.join("; ", words);
  }

  private String reason(String name) {
    if (AuditObject.isReport(name) || AuditObject.isDossier(name)) {
      return name; // the other report of a link, or the other side of an act on a dossier
    }
    String kind = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    return name.isEmpty()
        ? ""
        : firstText(
            name,
            "desk.why-" + name,
            "desk.reason-" + name,
            "auditlog.reason." + kind,
            "dossier.kind." + kind);
  }

  /** The text of the first key that has one; otherwise the name. */
  private String firstText(String name, String... keys) {
    List<String> existingKeys = Stream.of(keys).filter(texts::has).toList();
    return existingKeys.isEmpty() ? name : texts.get(existingKeys.get(0));
  }
}
