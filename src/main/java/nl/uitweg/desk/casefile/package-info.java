/** One report, opened: reading, state changes, notes. */
@MayCall({
  "audit",
  "content",
  "desk",
  "desk.officer",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "report",
  "report.content",
  "report.intake",
  "report.received",
  "report.retention"
})
@NullMarked
package nl.uitweg.desk.casefile;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
