/**
 * The public guidance pages, rendered from Markdown in {@code content/}, with the home page, the
 * indicators and the wallet card.
 */
@MayCall({"content", "platform.file", "platform.i18n", "platform.page", "site.directory"})
@NullMarked
package nl.uitweg.site.guidance;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
