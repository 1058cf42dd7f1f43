/**
 * The fingerprint of a report recorded when it was first received, and the exceptions thrown when a
 * report no longer matches it.
 */
@MayCall("platform.sealing")
@NullMarked
package nl.uitweg.report.received;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
