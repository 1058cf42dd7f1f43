/** Keysets, envelopes, receipts: everything cryptographic, and nothing else. */
@NullMarked
package nl.uitweg.sealing;

import org.jspecify.annotations.NullMarked;
