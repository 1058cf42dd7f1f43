/** Declares which package may call which. */
@MayCall
@NullMarked
package nl.uitweg.architecture;

import org.jspecify.annotations.NullMarked;
