/** Who has a report, how urgent it is, which labels it has, and by when it must be read. */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "platform.i18n",
  "platform.persistence",
  "region",
  "report",
  "report.content"
})
@NullMarked
package nl.uitweg.desk.handling;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
