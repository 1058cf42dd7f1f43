/** The published figures of each half-year: the desk writes them, the public site shows them. */
@NullMarked
package nl.uitweg.figures;

import org.jspecify.annotations.NullMarked;
