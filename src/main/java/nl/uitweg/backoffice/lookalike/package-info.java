/** Finds and clears reports that look alike: floods of fakes, or one report sent many times. */
@NullMarked
package nl.uitweg.backoffice.lookalike;

import org.jspecify.annotations.NullMarked;
