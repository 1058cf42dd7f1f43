/** The receiver's side of a referral: what was shared, and the notes in return. */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "desk.referral",
  "desk.route",
  "platform.http",
  "platform.i18n",
  "platform.sealing",
  "referral",
  "report.intake"
})
@NullMarked
package nl.uitweg.desk.referral.received;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
