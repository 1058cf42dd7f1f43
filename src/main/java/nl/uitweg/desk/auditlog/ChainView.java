package nl.uitweg.desk.auditlog;

import nl.uitweg.audit.ChainMonitor;
import nl.uitweg.platform.i18n.Texts;

/**
 * The state of the chain in words.
 *
 * @param whole false when a link is broken
 * @param since what part was looked at, and when the whole was
 * @param head hash to note elsewhere; empty when the chain is broken or not looked at to its end
 */
record ChainView(boolean whole, String text, String since, String head) {

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
    String part =
        state.complete() || state.broken().isPresent()
            ? ""
            : texts.get("auditlog.chain-part", state.verified(), state.length()) + " ";
    String since =
        state
            .fullyVerifiedAt()
            .map(at -> texts.get("auditlog.chain-checked", auditTexts.at(at)))
            .orElseGet(() -> texts.get("auditlog.chain-not-checked"));
    boolean known = state.complete() && state.broken().isEmpty() && state.verified() > 0;
    return new ChainView(state.broken().isEmpty(), text, part + since, known ? state.head() : "");
  }
}
