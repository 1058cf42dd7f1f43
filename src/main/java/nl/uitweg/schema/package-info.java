/** The schema of the database: the step that migrates it, and what a serving process checks. */
@NullMarked
package nl.uitweg.schema;

import org.jspecify.annotations.NullMarked;
