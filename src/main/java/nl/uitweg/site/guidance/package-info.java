/** The public guidance pages, from Markdown in {@code content/} to pages in memory. */
@MayCall({"content", "content.file", "platform.i18n", "platform.page"})
@NullMarked
package nl.uitweg.site.guidance;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
