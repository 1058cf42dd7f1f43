/**
 * The screens of dossiers: their list, the page of one dossier with all its reports, the panel of
 * the case file, and the referral of all reports of a dossier.
 */
@MayCall({
  "audit",
  "desk",
  "desk.colleague",
  "desk.danger",
  "desk.officer",
  "desk.referral",
  "desk.related",
  "desk.route",
  "desk.timeline",
  "dossier",
  "platform.http",
  "platform.i18n",
  "platform.sealing",
  "referral",
  "report",
  "report.content",
  "report.retention"
})
@NullMarked
package nl.uitweg.desk.dossier;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
