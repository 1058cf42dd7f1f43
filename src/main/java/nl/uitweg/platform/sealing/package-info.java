/** Keysets, envelopes, receipts: everything cryptographic, and nothing else. */
@MayCall
@NullMarked
package nl.uitweg.platform.sealing;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
