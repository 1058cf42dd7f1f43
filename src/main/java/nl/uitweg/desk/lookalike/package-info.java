/** Finds and clears reports that look alike: floods of fakes, or one report sent many times. */
@NullMarked
package nl.uitweg.desk.lookalike;

import org.jspecify.annotations.NullMarked;
