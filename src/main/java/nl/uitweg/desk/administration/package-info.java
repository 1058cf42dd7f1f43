/**
 * The page of the administrator: keys, retention, translations, settings and health, without
 * secrets.
 */
@MayCall({
  "audit",
  "content",
  "desk",
  "desk.officer",
  "desk.route",
  "platform.http",
  "platform.i18n",
  "platform.sealing",
  "platform.settings",
  "region",
  "report.intake",
  "report.retention"
})
@NullMarked
package nl.uitweg.desk.administration;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
