/** How many reports, of what kind, per half-year: without a number that could point at somebody. */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "figures",
  "platform.i18n",
  "platform.persistence",
  "referral",
  "region",
  "report",
  "report.content"
})
@NullMarked
package nl.uitweg.desk.statistics;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
