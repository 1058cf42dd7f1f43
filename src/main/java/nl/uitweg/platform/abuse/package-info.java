/** Throttling without stored addresses. */
@NullMarked
package nl.uitweg.platform.abuse;

import org.jspecify.annotations.NullMarked;
