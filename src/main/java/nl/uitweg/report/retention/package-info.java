/** How long a report is kept, postponing its end, and its purge. */
@MayCall({"platform.i18n", "report", "report.content"})
@NullMarked
package nl.uitweg.report.retention;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
