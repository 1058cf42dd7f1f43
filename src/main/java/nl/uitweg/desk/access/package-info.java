/**
 * The session of an officer: its limits, the second factor, logging in again, and forms that are
 * sent after it ended.
 */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "desk.route",
  "platform.http",
  "platform.i18n",
  "platform.page",
  "platform.settings"
})
@NullMarked
package nl.uitweg.desk.access;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
