/** The schema of the database: the step that migrates it, and what a serving process checks. */
@NullMarked
package nl.uitweg.platform.persistence;

import org.jspecify.annotations.NullMarked;
