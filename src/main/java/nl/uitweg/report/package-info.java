/** The report of a suspicion: what it holds, its states and rules, how it is stored sealed. */
@MayCall({
  "audit",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "region",
  "report.content",
  "report.intake",
  "report.received"
})
@NullMarked
package nl.uitweg.report;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
