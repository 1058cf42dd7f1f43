package nl.uitweg.backoffice.casefile;

import java.time.Instant;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.language.Texts;

/** One thing that happened to a report, in words: a line of the timeline. */
record TimelineEvent(String at, String actor, String action, String result) {

  private static final String STATE = "state-";

  static TimelineEvent of(AuditEvent event, Texts m) {
    return of(event.at(), event.actor(), event.action(), event.result(), m);
  }

  /** What this request does, which is not written yet. */
  static TimelineEvent of(AuditTrail.Entry entry, Instant now, Texts m) {
    return of(now, entry.actor(), entry.action(), entry.result(), m);
  }

  private static TimelineEvent of(Instant at, String actor, String action, String result, Texts m) {
    return new TimelineEvent(
        CaseFiles.moment(at, m.language().locale()),
        actor,
        words(action, m),
        m.t("backoffice.result." + result));
  }

  private static String words(String action, Texts m) {
    if (action.startsWith(STATE)) {
      return m.t("backoffice.state." + action.substring(STATE.length()));
    }
    return m.t("backoffice.action." + (action.startsWith("take-") ? "take" : action));
  }
}
