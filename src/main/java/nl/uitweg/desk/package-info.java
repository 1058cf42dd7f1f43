/** The officers' side: who is at the desk, what they may see, login. */
@MayCall({
  "audit",
  "platform.http",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "region",
  "report",
  "report.intake"
})
@NullMarked
package nl.uitweg.desk;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
