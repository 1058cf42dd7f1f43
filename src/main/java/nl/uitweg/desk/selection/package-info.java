/** What an officer does with several reports at once: take, give, label or close them. */
@MayCall({
  "audit",
  "desk",
  "desk.colleague",
  "desk.officer",
  "desk.route",
  "platform.i18n",
  "report",
  "report.content",
  "report.indexing"
})
@NullMarked
package nl.uitweg.desk.selection;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
