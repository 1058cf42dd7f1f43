package nl.uitweg.desk.casefile;

import java.time.Instant;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.i18n.Texts;

/** One line of the timeline of a report: an event of the audit as text. */
record TimelineEvent(String at, String actor, String action, String result) {

  private static final String STATE_PREFIX = "state-";

  static TimelineEvent of(AuditEvent event, Texts texts) {
    return of(event.at(), event.actor(), event.action(), event.result(), texts);
  }

  /** The line for an event of the current request that is not stored yet. */
  static TimelineEvent of(AuditTrail.Entry entry, Instant now, Texts texts) {
    return of(now, entry.actor(), entry.action(), entry.result(), texts);
  }

  private static TimelineEvent of(
      Instant at, String actor, String action, String result, Texts texts) {
    return new TimelineEvent(
        CaseFileViews.formatMoment(at, texts.language().locale()),
        actor,
        actionText(action, texts),
        texts.get("desk.result." + result));
  }

  private static String actionText(String action, Texts texts) {
    if (action.startsWith(STATE_PREFIX)) {
      return texts.get("desk.state." + action.substring(STATE_PREFIX.length()));
    }
    return texts.get("desk.action." + (action.startsWith("take-") ? "take" : action));
  }
}
