/** The municipalities of this installation. */
@MayCall("platform.i18n")
@NullMarked
package nl.uitweg.region;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
