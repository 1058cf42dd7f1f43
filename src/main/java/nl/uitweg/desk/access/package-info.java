/** The officer's session: its limits, logging in again, and what was typed when it ended. */
@NullMarked
package nl.uitweg.desk.access;

import org.jspecify.annotations.NullMarked;
