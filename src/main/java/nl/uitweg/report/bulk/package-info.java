/** Fetches and decrypts many reports at once, for searches and comparisons. */
@MayCall({"platform.sealing", "report", "report.content", "report.received", "report.sealed"})
@NullMarked
package nl.uitweg.report.bulk;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
