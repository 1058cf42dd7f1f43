/** The reporter comes back with the code. */
@MayCall({
  "content",
  "platform.body",
  "platform.http",
  "platform.i18n",
  "platform.sealing",
  "report",
  "report.intake"
})
@NullMarked
package nl.uitweg.site.conversation;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
