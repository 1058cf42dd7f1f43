/** Scheduled jobs: mail to officers and the auditor, and the purge of closed reports. */
@MayCall({
  "audit",
  "platform.i18n",
  "platform.persistence",
  "platform.settings",
  "region",
  "report.retention"
})
@NullMarked
package nl.uitweg.jobs;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
