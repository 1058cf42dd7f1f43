/**
 * Matches between reports of different municipalities: finds them, shows each side that there is
 * one, and what it is about after both agreed.
 */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "desk.referral",
  "desk.related",
  "desk.route",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "region",
  "report",
  "report.content"
})
@NullMarked
package nl.uitweg.desk.neighbour;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
