/** The history of a report, and of a dossier with all its reports, in sentences. */
@MayCall({"audit", "platform.i18n", "report.content"})
@NullMarked
package nl.uitweg.desk.timeline;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
