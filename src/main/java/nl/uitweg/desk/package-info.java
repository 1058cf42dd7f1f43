/** The officers' side: who is at the desk, what they may see, login. */
@MayCall({
  "audit",
  "desk.officer",
  "platform.http",
  "platform.i18n",
  "platform.page",
  "platform.persistence",
  "platform.sealing",
  "platform.settings",
  "region",
  "report",
  "report.content",
  "report.intake",
  "report.received"
})
@NullMarked
package nl.uitweg.desk;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
