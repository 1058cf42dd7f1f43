/** The public guidance pages, from Markdown in {@code content/} to pages in memory. */
@MayCall({"content", "platform.http", "platform.i18n"})
@NullMarked
package nl.uitweg.site.guidance;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
