package nl.uitweg.desk.auditlog;

import nl.uitweg.audit.ChainMonitor;
import nl.uitweg.platform.i18n.Texts;

/**
 * The state of the audit chain as text.
 *
 * @param intact false when a link of the chain is broken
 * @param verification text that says which part was verified now, and when the whole chain was
 *     verified
 * @param head hash of the last event, for the auditor to store elsewhere; empty when the chain is
 *     broken or was not verified to its end
 */
record ChainView(boolean intact, String text, String verification, String head) {

  static ChainView of(ChainMonitor.State state, Texts texts) {
    AuditTexts auditTexts = new AuditTexts(texts);
    String text =
        state
            .broken()
            .map(
                broken ->
                    texts.get(
                        "desk.audit-broken",
                        broken.position(),
                        texts.get("auditlog.broken-" + broken.reason().replace(' ', '-'))))
            .orElseGet(() -> texts.get("desk.audit-whole", state.verified()));
    String verifiedPart =
        state.complete() || state.broken().isPresent()
            ? ""
            : texts.get("auditlog.chain-part", state.verified(), state.length()) + " ";
    String verification =
        state
            .fullyVerifiedAt()
            .map(at -> texts.get("auditlog.chain-checked", auditTexts.at(at)))
            .orElseGet(() -> texts.get("auditlog.chain-not-checked"));
    boolean headKnown = state.complete() && state.broken().isEmpty() && state.verified() > 0;
    return new ChainView(
        state.broken().isEmpty(), text, verifiedPart + verification, headKnown ? state.head() : "");
  }
}
