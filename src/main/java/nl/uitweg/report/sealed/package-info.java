/**
 * The format of the sealed parts of a report, independent of the database: the names of its keys,
 * the associated data, and the plaintext of messages, notes and files.
 */
@MayCall({"platform.sealing", "report.content", "report.received"})
@NullMarked
package nl.uitweg.report.sealed;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
