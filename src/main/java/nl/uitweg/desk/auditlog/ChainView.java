package nl.uitweg.desk.auditlog;

import nl.uitweg.audit.ChainWatch;
import nl.uitweg.platform.i18n.Texts;

/**
 * The state of the chain in words.
 *
 * @param whole false when a link is broken
 * @param since what part was looked at, and when the whole was
 * @param head hash to note elsewhere; empty when the chain is broken or not looked at to its end
 */
record ChainView(boolean whole, String text, String since, String head) {

  static ChainView of(ChainWatch.State state, Texts texts) {
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
            .orElseGet(() -> texts.get("desk.audit-whole", state.checked()));
    String part =
        state.complete() || state.broken().isPresent()
            ? ""
            : texts.get("auditlog.chain-part", state.checked(), state.length()) + " ";
    String since =
        state
            .wholeAt()
            .map(at -> texts.get("auditlog.chain-checked", auditTexts.at(at)))
            .orElseGet(() -> texts.get("auditlog.chain-not-checked"));
    boolean known = state.complete() && state.broken().isEmpty() && state.checked() > 0;
    return new ChainView(state.broken().isEmpty(), text, part + since, known ? state.head() : "");
  }
}
