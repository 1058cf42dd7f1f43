/** One report, opened: reading, state changes, notes. */
@MayCall({
  "audit",
  "content",
  "desk",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "report",
  "report.intake"
})
@NullMarked
package nl.uitweg.desk.casefile;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
