/**
 * The case file of one report: reading it, with its attachments and contact details, changing its
 * state, sending messages, adding notes and postponing its purge.
 */
@MayCall({
  "audit",
  "desk",
  "desk.casefile.view",
  "desk.officer",
  "desk.route",
  "desk.timeline",
  "dossier",
  "platform.http",
  "platform.i18n",
  "platform.sealing",
  "report",
  "report.content",
  "report.indexing",
  "report.intake",
  "report.retention"
})
@NullMarked
package nl.uitweg.desk.casefile;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
