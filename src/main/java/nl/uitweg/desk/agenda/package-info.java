/**
 * The agenda: what officers mean to do about reports and on which day, on a page of its own and in
 * each case file; with what waits too long and what is purged soon.
 */
@MayCall({
  "audit",
  "desk",
  "desk.colleague",
  "desk.inbox",
  "desk.officer",
  "desk.route",
  "platform.http",
  "platform.i18n",
  "platform.sealing",
  "region",
  "report",
  "report.agenda",
  "report.content",
  "report.retention"
})
@NullMarked
package nl.uitweg.desk.agenda;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
