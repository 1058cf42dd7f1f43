/** Figures that the municipalities put on the public site. */
@NullMarked
package nl.uitweg.published;

import org.jspecify.annotations.NullMarked;
