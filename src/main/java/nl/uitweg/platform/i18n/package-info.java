/** Which languages there are, which one a visitor gets, and the interface texts in each. */
@MayCall
@NullMarked
package nl.uitweg.platform.i18n;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
