/** The list of organisations that help, with how to reach them, and the search in it. */
@MayCall({
  "content",
  "platform.file",
  "platform.http",
  "platform.i18n",
  "platform.page",
  "platform.settings",
  "report.content"
})
@NullMarked
package nl.uitweg.site.directory;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
