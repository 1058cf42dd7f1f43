package nl.uitweg.editing.bundle;

import java.util.List;
import java.util.Optional;

/**
 * One text to translate, as it goes to a translator and comes back.
 *
 * @param context names the place, for example {@code form:safety-hint} or {@code
 *     content/danger:title}
 * @param comments for the translator
 * @param reference the file and line of the Dutch text
 * @param translation what there is now
 * @param stale whether that was made from another Dutch text
 */
record SourceText(
    String context,
    List<String> comments,
    String reference,
    String dutch,
    Optional<String> translation,
    boolean stale) {}
