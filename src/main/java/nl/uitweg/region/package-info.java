/** The municipalities of this installation, their working days and deadlines for reading. */
@MayCall("platform.i18n")
@NullMarked
package nl.uitweg.region;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
