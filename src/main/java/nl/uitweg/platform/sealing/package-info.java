/** Keysets, envelopes, receipts: everything cryptographic, and nothing else. */
@NullMarked
package nl.uitweg.platform.sealing;

import org.jspecify.annotations.NullMarked;
