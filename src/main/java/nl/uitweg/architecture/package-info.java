/** The annotation with which each package declares which others it may call. */
@MayCall
@NullMarked
package nl.uitweg.architecture;

import org.jspecify.annotations.NullMarked;
