/** The sender's side of a referral: its page, its file, and its notes. */
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
  "report",
  "report.content"
})
@NullMarked
package nl.uitweg.desk.referral.sent;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
