/**
 * Words of danger: finds them in what reporters write, so that officers read those reports first.
 */
@MayCall({"platform.i18n", "report.content", "report.indexing"})
@NullMarked
package nl.uitweg.desk.danger;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
