/**
 * Dossiers: reports that officers keep together, with a sealed title and sealed notes. The screens
 * are in {@code desk.dossier}; how long a dossier keeps its reports is in {@code report.retention}.
 */
@MayCall({
  "audit",
  "platform.i18n",
  "platform.sealing",
  "report",
  "report.received",
  "report.sealed"
})
@NullMarked
package nl.uitweg.dossier;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
