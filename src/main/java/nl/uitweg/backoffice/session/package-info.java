/** The officer's session: its limits, logging in again, and what was typed when it ended. */
@NullMarked
package nl.uitweg.backoffice.session;

import org.jspecify.annotations.NullMarked;
