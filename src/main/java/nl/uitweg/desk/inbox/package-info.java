/** The list of reports an officer may see. */
@MayCall({
  "audit",
  "desk",
  "desk.colleague",
  "desk.officer",
  "desk.route",
  "platform.http",
  "platform.i18n",
  "platform.sealing",
  "region",
  "report",
  "report.content",
  "report.indexing"
})
@NullMarked
package nl.uitweg.desk.inbox;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
