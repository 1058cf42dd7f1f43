/** Refers a report with selected answers: the form, its validation, and the views of referrals. */
@MayCall({
  "audit",
  "content",
  "desk",
  "desk.officer",
  "desk.route",
  "platform.http",
  "platform.i18n",
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
