/**
 * The officers' side: layout and texts of its screens, form tokens, access to identities, and
 * refusals.
 */
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
