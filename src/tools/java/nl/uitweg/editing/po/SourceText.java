package nl.uitweg.editing.po;

import java.util.List;
import java.util.Optional;

/**
 * One Dutch text to translate, with its current translation, as exchanged with a translator.
 *
 * @param context identifies the text, as {@code msgctxt} in the PO file, for example {@code
 *     form:safety-hint} or {@code content/danger:title}
 * @param comments comments for the translator
 * @param reference file and line of the Dutch text
 * @param translation the current translation; empty when there is none
 * @param stale whether the current translation was made from an older Dutch text
 */
record SourceText(
    String context,
    List<String> comments,
    String reference,
    String dutch,
    Optional<String> translation,
    boolean stale) {}
