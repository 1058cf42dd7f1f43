/**
 * The handling of a report: shows and changes its assignee, urgency and labels, and shows the
 * deadline for reading it.
 */
@MayCall({
  "audit",
  "desk",
  "desk.colleague",
  "desk.officer",
  "desk.route",
  "platform.http",
  "platform.i18n",
  "region",
  "report",
  "report.content",
  "report.indexing"
})
@NullMarked
package nl.uitweg.desk.handling;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
