/** Retention of reports: retention periods, postponement and purging. */
@MayCall({"platform.i18n", "region", "report"})
@NullMarked
package nl.uitweg.report.retention;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
