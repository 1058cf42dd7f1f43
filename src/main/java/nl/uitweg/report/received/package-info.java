/**
 * What was recorded of a report when it was first received, and what is thrown when it no longer
 * matches.
 */
@MayCall("platform.sealing")
@NullMarked
package nl.uitweg.report.received;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
