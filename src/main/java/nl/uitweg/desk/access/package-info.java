/** The officer's session: its limits, logging in again, and what was typed when it ended. */
@MayCall({"audit", "desk", "desk.officer", "platform.i18n", "platform.page", "platform.settings"})
@NullMarked
package nl.uitweg.desk.access;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
