package nl.uitweg.desk.casefile;

import java.time.Instant;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.i18n.Texts;

/** One thing that happened to a report, in words: a line of the timeline. */
record TimelineEvent(String at, String actor, String action, String result) {

  private static final String STATE = "state-";

  static TimelineEvent of(AuditEvent event, Texts texts) {
    return of(event.at(), event.actor(), event.action(), event.result(), texts);
  }

  /** What this request does, which is not written yet. */
  static TimelineEvent of(AuditTrail.Entry entry, Instant now, Texts texts) {
    return of(now, entry.actor(), entry.action(), entry.result(), texts);
  }

  private static TimelineEvent of(
      Instant at, String actor, String action, String result, Texts texts) {
    return new TimelineEvent(
        CaseFiles.moment(at, texts.language().locale()),
        actor,
        words(action, texts),
        texts.get("desk.result." + result));
  }

  private static String words(String action, Texts texts) {
    if (action.startsWith(STATE)) {
      return texts.get("desk.state." + action.substring(STATE.length()));
    }
    return texts.get("desk.action." + (action.startsWith("take-") ? "take" : action));
  }
}
