/** The pages for a reporter who comes back with the code. */
@MayCall({
  "content",
  "platform.body",
  "platform.http",
  "platform.i18n",
  "platform.limits",
  "platform.page",
  "platform.persistence",
  "platform.sealing",
  "platform.settings",
  "report",
  "report.content",
  "report.intake"
})
@NullMarked
package nl.uitweg.site.conversation;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
