/** Finds words in everything an officer may read; opened in memory, indexed nowhere. */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "platform.i18n",
  "platform.persistence",
  "report",
  "report.content"
})
@NullMarked
package nl.uitweg.desk.search;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
