/** The reporter comes back with the code. */
@NullMarked
package nl.uitweg.signal.followup;

import org.jspecify.annotations.NullMarked;
