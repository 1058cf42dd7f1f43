/** The public guidance pages, from Markdown in {@code content/} to pages in memory. */
@NullMarked
package nl.uitweg.guidance;

import org.jspecify.annotations.NullMarked;
