/** Append-only events, each chained to the one before. */
@NullMarked
package nl.uitweg.audit;

import org.jspecify.annotations.NullMarked;
