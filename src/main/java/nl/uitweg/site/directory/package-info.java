/** The organisations that help: who they are for and how to reach them. */
@MayCall({
  "content",
  "content.file",
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
