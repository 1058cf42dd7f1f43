/**
 * What every route of the desk declares, and what is done for all of them: restricting the rows,
 * checking the form token, finding the report in the address, and recording audit events and
 * refusals.
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
