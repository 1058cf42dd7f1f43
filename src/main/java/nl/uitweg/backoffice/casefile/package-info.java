/** One report, opened: reading, state changes, notes. */
@NullMarked
package nl.uitweg.backoffice.casefile;

import org.jspecify.annotations.NullMarked;
