/** The municipalities of this installation. */
@NullMarked
package nl.uitweg.region;

import org.jspecify.annotations.NullMarked;
