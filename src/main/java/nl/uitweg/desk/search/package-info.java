/**
 * Searches for words in all reports that an officer may read; they are decrypted in memory and
 * never indexed.
 */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "desk.related",
  "desk.route",
  "platform.http",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "report",
  "report.bulk",
  "report.content"
})
@NullMarked
package nl.uitweg.desk.search;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
