/**
 * What every route of the desk declares and what is done for it: rows, form token, report in the
 * address, audit events and refusals.
 */
@MayCall({
  "audit",
  "desk.officer",
  "platform.persistence",
  "platform.sealing",
  "platform.settings",
  "report"
})
@NullMarked
package nl.uitweg.desk.route;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
