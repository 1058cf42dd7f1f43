/**
 * Encryption and key derivation, and nothing else: keysets, sealed content, wrapped keys, receipts,
 * blind indexes.
 */
@MayCall
@NullMarked
package nl.uitweg.platform.sealing;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
