/** Indexes new reports and messages once, and finds reports by their facets. */
@MayCall({"platform.persistence", "platform.sealing", "report", "report.content"})
@NullMarked
package nl.uitweg.report.indexing;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
