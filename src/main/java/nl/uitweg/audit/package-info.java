/** The audit trail: append-only events, each holding the hash of the one before. */
@MayCall("platform.persistence")
@NullMarked
package nl.uitweg.audit;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
