/**
 * Divides limited resources fairly between visitors, so that one visitor cannot exhaust them for
 * others.
 */
@MayCall
@NullMarked
package nl.uitweg.platform.limits;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
