/** Refers a report with chosen answers, and shows receivers what they got. */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "referral",
  "region",
  "report",
  "report.content"
})
@NullMarked
package nl.uitweg.desk.referral;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
