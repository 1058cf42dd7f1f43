/**
 * Reports of a suspicion: storing them sealed, decrypting them, changing their state, and the
 * conversation with the reporter.
 */
@MayCall({
  "audit",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "region",
  "report.content",
  "report.intake",
  "report.received",
  "report.sealed"
})
@NullMarked
package nl.uitweg.report;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
