/** The public form, one subject per screen, up to the confirmation with the code. */
@MayCall({
  "content",
  "platform.body",
  "platform.http",
  "platform.i18n",
  "platform.limits",
  "platform.page",
  "platform.sealing",
  "platform.settings",
  "region",
  "report",
  "report.content",
  "report.intake",
  "site.directory"
})
@NullMarked
package nl.uitweg.site.report;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
