/** Throttling without stored addresses. */
@NullMarked
package nl.uitweg.abuse;

import org.jspecify.annotations.NullMarked;
