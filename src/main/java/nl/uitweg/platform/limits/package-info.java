/** Shares out what visitors can take, so that what is full for one is not full for others. */
@MayCall
@NullMarked
package nl.uitweg.platform.limits;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
