/** Append-only events, each chained to the one before. */
@MayCall
@NullMarked
package nl.uitweg.audit;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
