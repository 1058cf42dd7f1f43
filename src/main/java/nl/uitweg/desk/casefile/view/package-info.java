/** The parts of the page of one report: each part is a record, made by one class. */
@MayCall({
  "content",
  "desk",
  "desk.danger",
  "desk.officer",
  "platform.i18n",
  "platform.sealing",
  "report",
  "report.content",
  "report.indexing",
  "report.received",
  "report.retention"
})
@NullMarked
package nl.uitweg.desk.casefile.view;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
