package nl.uitweg.desk.casefile;

import java.time.Instant;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;

/** One line of the timeline of a report: an event of the audit trail as text. */
record TimelineEvent(String at, String actor, String action, String result) {

  static TimelineEvent of(AuditEvent event, Texts texts) {
    return of(event.at(), event.actor(), event.action(), event.result(), event.reason(), texts);
  }

  /** The line for an event of the current request that is not stored yet. */
  static TimelineEvent of(AuditEntry entry, Instant now, Texts texts) {
    return of(
        now, entry.actor(), entry.action().code(), entry.result().code(), entry.reason(), texts);
  }

  private static TimelineEvent of(
      Instant at, String actor, String action, String result, String reason, Texts texts) {
    return new TimelineEvent(
        Dates.moment(at, texts.language()),
        actor,
        actionText(action, reason, texts),
        text("desk.result.", result, texts));
  }

  private static String actionText(String action, String reason, Texts texts) {
    return action.equals(AuditAction.STATE.code()) && !reason.isEmpty()
        ? text("desk.state.", reason, texts)
        : text("desk.action.", action, texts);
  }

  /** The text of a code, or the code itself: another version may have stored an unknown one. */
  private static String text(String prefix, String code, Texts texts) {
    return texts.has(prefix + code) ? texts.get(prefix + code) : code;
  }
}
