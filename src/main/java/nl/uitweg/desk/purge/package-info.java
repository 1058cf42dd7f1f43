/**
 * The list of the closed reports that are purged soon, each of which an officer can keep longer.
 */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "desk.route",
  "platform.http",
  "platform.i18n",
  "report",
  "report.content",
  "report.retention"
})
@NullMarked
package nl.uitweg.desk.purge;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
