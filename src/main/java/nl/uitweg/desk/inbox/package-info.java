/** The list of reports an officer may see. */
@MayCall({
  "audit",
  "desk",
  "desk.colleague",
  "desk.danger",
  "desk.neighbour",
  "desk.officer",
  "desk.route",
  "desk.savedview",
  "desk.selection",
  "platform.http",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "referral",
  "region",
  "report",
  "report.content",
  "report.indexing",
  "report.retention"
})
@NullMarked
package nl.uitweg.desk.inbox;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
