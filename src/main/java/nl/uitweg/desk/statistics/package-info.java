/**
 * Statistics of the reports per half-year: full ones for the officers of a municipality, and
 * without numbers that could identify a person for everybody else.
 */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "desk.route",
  "desk.statistics.count",
  "figures",
  "platform.http",
  "platform.i18n",
  "referral",
  "region",
  "report.indexing"
})
@NullMarked
package nl.uitweg.desk.statistics;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
