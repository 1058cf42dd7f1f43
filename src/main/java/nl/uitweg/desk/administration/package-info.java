/** The administrator's page: keys, retention, translations, settings and health; no secret. */
@MayCall({
  "audit",
  "content",
  "desk",
  "desk.officer",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "region",
  "report.intake",
  "report.retention"
})
@NullMarked
package nl.uitweg.desk.administration;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
