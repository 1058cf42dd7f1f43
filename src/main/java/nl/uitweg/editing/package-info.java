/** What editors and translators run before they hand in a change: {@code bin/check-content}. */
@NullMarked
package nl.uitweg.editing;

import org.jspecify.annotations.NullMarked;
