/** What was referred: its page, its file, and the notes about it. */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "desk.referral",
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
