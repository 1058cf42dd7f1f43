/** The agenda: what officers mean to do about a report, each on a day and with a sealed note. */
@MayCall({"platform.sealing", "report", "report.content", "report.sealed"})
@NullMarked
package nl.uitweg.report.agenda;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
