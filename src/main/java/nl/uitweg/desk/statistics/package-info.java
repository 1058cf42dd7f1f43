/**
 * Statistics of the reports per half-year; {@code Suppression} hides every number that could
 * identify a person.
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
  "region"
})
@NullMarked
package nl.uitweg.desk.statistics;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
