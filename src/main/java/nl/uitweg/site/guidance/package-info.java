/** The public guidance pages, from Markdown in {@code content/} to pages in memory. */
@NullMarked
package nl.uitweg.site.guidance;

import org.jspecify.annotations.NullMarked;
