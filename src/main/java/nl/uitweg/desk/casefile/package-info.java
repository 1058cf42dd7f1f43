/** One report, opened: reading, state changes, notes. */
@NullMarked
package nl.uitweg.desk.casefile;

import org.jspecify.annotations.NullMarked;
