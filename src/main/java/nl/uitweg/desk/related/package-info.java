/**
 * Finds reports that share an address, a telephone number, a number plate or a profile, and puts
 * those about the same case into one dossier.
 */
@MayCall({
  "audit",
  "desk",
  "desk.address",
  "desk.officer",
  "desk.route",
  "dossier",
  "platform.http",
  "platform.i18n",
  "platform.sealing",
  "region",
  "report",
  "report.content",
  "report.indexing"
})
@NullMarked
package nl.uitweg.desk.related;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
