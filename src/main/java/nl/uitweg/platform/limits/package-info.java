/** Shares out what visitors can take, so that what is full for one is not full for others. */
@NullMarked
package nl.uitweg.platform.limits;

import org.jspecify.annotations.NullMarked;
