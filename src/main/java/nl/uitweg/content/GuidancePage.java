package nl.uitweg.content;

import java.util.Optional;
import nl.uitweg.language.Language;

/**
 * A guidance page in one language.
 *
 * @param answer the sentence that answers
 * @param html the body; made from Markdown, HTML in the source is shown as text
 * @param of fingerprint of the Dutch text a translation was made from
 * @param fingerprint of this text
 */
public record GuidancePage(
    PageFacts facts,
    Language language,
    String title,
    String description,
    String answer,
    String html,
    Optional<String> of,
    String fingerprint) {}
