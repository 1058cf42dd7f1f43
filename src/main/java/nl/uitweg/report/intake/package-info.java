/** Receives a file: finds its kind, cleans it, has it scanned and seals it; knows no report. */
@NullMarked
package nl.uitweg.report.intake;

import org.jspecify.annotations.NullMarked;
