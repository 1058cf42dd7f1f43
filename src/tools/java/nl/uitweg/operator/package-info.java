/**
 * The command that manages keysets, and rewraps the keys of reports and referrals after a rotation
 * or the loss of a keyset.
 */
@MayCall({"platform.command", "platform.sealing"})
@NullMarked
package nl.uitweg.report.keys;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
