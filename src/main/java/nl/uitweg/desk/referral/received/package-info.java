/** What a receiver of a referral sees and answers. */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "desk.referral",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "referral",
  "report.intake"
})
@NullMarked
package nl.uitweg.desk.referral.received;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
