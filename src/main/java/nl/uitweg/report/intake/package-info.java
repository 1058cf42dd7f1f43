/** Receives a file: finds its kind, cleans it, has it scanned and seals it; knows no report. */
@MayCall({"platform.sealing", "report.image", "report.image.header"})
@NullMarked
package nl.uitweg.report.intake;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
